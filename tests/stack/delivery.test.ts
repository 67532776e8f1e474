import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { journeyStack, linkIn } from '../support/journey/stack.ts';

describe('undeliverable e-mail and stopped streams', () => {
  const stack = journeyStack(61);
  const amara = 'amara@dpp.example';
  const lee = 'lee@learner.example';
  beforeEach(() => stack.empty());
  // A test that fails while the streams are paused must not stop those that follow.
  afterEach(() => stack.resumeStreams());

  it('asks nobody at an address that bounced, sends nothing more there, and tells the team', async () => {
    await stack.listed();
    const [first] = await stack.mails(amara);
    await stack.mailEvent({ kind: 'bounce', messageId: first!.messageId, to: amara });
    const before = (await stack.mails(amara)).length;
    await stack.mailTo('team@dpp-match.example', /bounc|deliver|came back|address/iu);

    await stack.asked();
    expect(await stack.nouns('request')).toHaveLength(1);
    expect(await stack.nouns('offer')).toEqual([]);
    expect((await stack.mails(amara)).length).toBe(before);
  });

  it('sends only requested messages to an address that complained', async () => {
    await stack.asked();
    const [first] = await stack.mails(lee);
    await stack.mailEvent({ kind: 'complaint', messageId: first!.messageId, to: lee });
    const before = (await stack.mails(lee)).length;
    await stack.listed();
    await stack.runSchedule('matching-match-seats');
    const link = linkIn(await stack.mailTo(amara, 'Accept or decline'), 'offers');
    await stack.caller.post(link, { decision: 'decline', reason: 'no-time' });
    expect((await stack.mails(lee)).length).toBe(before);
  });

  it('sends by the sweep what a stream outage left unsent, and sends it once', async () => {
    await stack.pauseStreams();
    const answers = stack.anOffer();
    expect((await stack.caller.post('/api/v1/practitioners', answers)).status).toBe(202);
    expect(await stack.mails(amara)).toEqual([]);
    expect(await stack.runSchedule('notifications-sweep-outbox')).toMatchObject({ ok: true });
    expect((await stack.mails(amara)).length).toBe(1);
    // The stream resumes and delivers the same rows again.
    await stack.resumeStreams();
    await stack.runSchedule('notifications-sweep-outbox');
    expect((await stack.mails(amara)).length).toBe(1);
  });

  it('also matches by its schedule when the stream never delivered the request', async () => {
    await stack.listed();
    await stack.pauseStreams();
    const sent = await stack.caller.post('/api/v1/requests', await stack.anAsk());
    expect(sent.status).toBe(202);
    await stack.runSchedule('notifications-sweep-outbox');
    const link = linkIn(await stack.mailTo(lee, 'Confirm'), 'confirm');
    expect((await stack.caller.post(link, { decision: 'yes' })).status).toBe(200);
    await stack.runSchedule('matching-match-seats');
    await stack.runSchedule('notifications-sweep-outbox');
    await stack.mailTo(amara, 'Accept or decline');
    await stack.resumeStreams();
    expect((await stack.nouns('offer')).length).toBe(1);
    const asked = (await stack.mails(amara)).filter(({ subject }) => subject.startsWith('Accept or decline'));
    expect(asked.length).toBe(1);
  });

  it('takes a registration although the table throttles its commit twice', async () => {
    await stack.tableFault('throttle-commit', 2);
    expect((await stack.caller.post('/api/v1/practitioners', stack.anOffer())).status).toBe(202);
    expect((await stack.mails(amara)).length).toBe(1);
  });

  it('sends an e-mail when SES throttles at first', async () => {
    await stack.mailFault('throttle', 2);
    await stack.caller.post('/api/v1/practitioners', stack.anOffer());
    await stack.settle();
    for (let quarter = 0; quarter < 4; quarter += 1) await stack.advance({ minutes: 15 });
    expect((await stack.mails(amara)).length).toBe(1);
  });
});
