import { describe, expect, it } from 'vitest';
import { sendEmails } from '../../../functions/notifications/outbox/send-emails.ts';
import { sweepOutbox } from '../../../functions/notifications/outbox/sweep-outbox.ts';
import { emailFor } from '../../../shared/notifications/email.ts';
import { NOW } from '../../support/builders.ts';
import { anOutbox } from '../../support/outbox.ts';

const message = (id: string) => ({
  messageId: `message-${id}`,
  body: JSON.stringify({ system: 'kent-and-medway', emailId: id }),
});

const log = { event: () => undefined, surprise: () => undefined };

describe('e-mails that the queue names', () => {
  it('are sent in order', async () => {
    const asked: string[] = [];
    const send = (id: string) => {
      asked.push(id);
      return Promise.resolve('sent' as const);
    };
    const reply = await sendEmails({ send, log })({ Records: [message('a'), message('c')] });
    expect(asked).toEqual(['a', 'c']);
    expect(reply).toEqual({ batchItemFailures: [] });
  });

  it('are delivered again if they failed, and the others are not', async () => {
    const asked: string[] = [];
    const send = (id: string) => {
      asked.push(id);
      return id === 'b' ? Promise.reject(new Error('out')) : Promise.resolve('sent' as const);
    };
    const reply = await sendEmails({ send, log })({ Records: [message('a'), message('b'), message('c')] });
    expect(reply).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-b' }] });
    expect(asked).toEqual(['a', 'b', 'c']);
  });

  it('become dead letters in the end if the message cannot be read', async () => {
    const send = () => Promise.reject(new Error('nothing to send'));
    const unreadable = { messageId: '1', body: '{"kind":"offer"}' };
    expect(await sendEmails({ send, log })({ Records: [unreadable] })).toEqual({
      batchItemFailures: [{ itemIdentifier: '1' }],
    });
  });
});

describe('the sweep', () => {
  const alarm = (cause: string, notBefore = NOW) =>
    emailFor('team-reconcile-alarm', cause, {}, NOW, notBefore);

  it('sends what the stream missed, however old, and what was due later', async () => {
    const outbox = anOutbox();
    await outbox.given(
      ...[alarm('a'), alarm('b'), alarm('c', '2026-11-22T10:00:00.000Z')].map((email) =>
        outbox.emails.save(email),
      ),
    );
    const sweep = sweepOutbox({ ...outbox, log: outbox.quiet });
    await sweep();
    expect(outbox.mailer.handedOver).toHaveLength(2);
    outbox.at('2026-11-22T15:00:00.000Z');
    await sweep();
    expect(outbox.mailer.handedOver).toHaveLength(3);
    await sweep();
    expect(outbox.mailer.handedOver).toHaveLength(3);
  });

  it('reports how many have waited for more than ten minutes, and not the others', async () => {
    const outbox = anOutbox();
    await outbox.given(
      ...[alarm('a'), alarm('b', '2026-11-21T09:01:00.000Z')].map((email) => outbox.emails.save(email)),
    );
    const told: unknown[] = [];
    const log = { ...outbox.quiet, event: (code: string, facts?: object) => void told.push([code, facts]) };
    const sweep = sweepOutbox({ ...outbox, send: () => Promise.resolve('later' as const), log });
    outbox.at('2026-11-21T09:10:00.000Z');
    await sweep();
    expect(told).toEqual([['outbox-swept', { count: 0 }]]);
    outbox.at('2026-11-21T09:10:30.000Z');
    await sweep();
    expect(told).toContainEqual(['outbox-late', { count: 1 }]);
  });

  it('goes on after a row that fails', async () => {
    const outbox = anOutbox();
    await outbox.given(...[alarm('a'), alarm('b')].map((email) => outbox.emails.save(email)));
    const send = (id: string) => (id.endsWith('.a') ? Promise.reject(new Error('out')) : outbox.send(id));
    await sweepOutbox({ ...outbox, send, log: outbox.quiet })();
    expect(outbox.mailer.handedOver).toHaveLength(1);
  });
});
