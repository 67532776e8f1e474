import { describe, expect, it } from 'vitest';
import { recordDelivery } from '../../../functions/notifications/delivery/record-delivery.ts';
import { addressHash } from '../../../functions/platform/hash.ts';
import { emailTag } from '../../../functions/notifications/outbox/email-tag.ts';
import { suppressionRepository } from '../../../functions/store/repositories/suppression-repository.ts';
import { emailFor } from '../../../shared/notifications/email.ts';
import { aPractitioner, NOW } from '../../support/builders.ts';
import { anOutbox } from '../../support/outbox.ts';

const link = emailFor('practitioner-manage-link', 'dpp1', { practitionerId: 'dpp1' }, NOW);
const AT = '2026-11-21T09:00:30.123Z';
const address = 'amara@dpp.example';

const mail = { messageId: 'ses-1', timestamp: AT, tags: { emailId: [emailTag({ emailId: link.id })] } };
const recipients = [{ emailAddress: address }];
const events = {
  delivery: { eventType: 'Delivery', mail, delivery: { timestamp: AT, recipients: [address] } },
  permanent: {
    eventType: 'Bounce',
    mail,
    bounce: { timestamp: AT, bounceType: 'Permanent', bouncedRecipients: recipients },
  },
  transient: {
    eventType: 'Bounce',
    mail,
    bounce: { timestamp: AT, bounceType: 'Transient', bouncedRecipients: recipients },
  },
  complaint: {
    eventType: 'Complaint',
    mail,
    complaint: { timestamp: AT, complainedRecipients: recipients },
  },
  reject: { eventType: 'Reject', mail, reject: { reason: 'Bad content' } },
  delay: { eventType: 'DeliveryDelay', mail, deliveryDelay: { timestamp: AT } },
};
type EventName = keyof typeof events;

const aDeliveredOutbox = async (sent = true) => {
  const outbox = anOutbox();
  await outbox.given(outbox.practitioners.save(aPractitioner({ version: 0 })), outbox.emails.save(link));
  if (sent) await outbox.send(link.id);
  const suppressions = suppressionRepository(outbox.table);
  const handler = recordDelivery({
    log: outbox.quiet,
    record: outbox.recordEvent,
  });
  const tell = (...names: readonly EventName[]) =>
    handler({
      Records: names.map((name, index) => ({
        messageId: `m${String(index)}`,
        body: JSON.stringify({ source: 'aws.ses', 'detail-type': 'x', detail: events[name] }),
      })),
    });
  const end = async () => ({
    row: await outbox.emails.find(link.id),
    held: await suppressions.held(address),
    notices: outbox.memory.rows().filter(({ pk }) => pk.startsWith('EMAIL#team-address-bounced')).length,
  });
  return { ...outbox, handler, tell, end };
};

const permutations = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  items.length < 2
    ? [items]
    : items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));

describe('the delivery result of an e-mail', () => {
  it.each<[EventName, object, string | undefined, number]>([
    ['delivery', { state: 'sent', delivery: 'delivered' }, undefined, 0],
    ['permanent', { state: 'sent', delivery: 'bounced' }, 'everything', 0],
    ['complaint', { state: 'sent', delivery: 'complained' }, 'everything', 0],
    ['transient', { state: 'sent', returnedAt: AT }, undefined, 0],
    ['reject', { state: 'failed' }, undefined, 1],
    ['delay', { state: 'sent' }, undefined, 0],
  ])('%s', async (name, row, held, notices) => {
    const { tell, end } = await aDeliveredOutbox();
    expect(await tell(name)).toEqual({ batchItemFailures: [] });
    expect(await end()).toMatchObject({ row, held, notices });
  });

  it('is the same for any order and number of events', async () => {
    for (const order of permutations<EventName>(['delivery', 'permanent', 'complaint', 'transient'])) {
      const { tell, end } = await aDeliveredOutbox();
      for (const name of [...order, ...order]) await tell(name);
      const { row, held, notices } = await end();
      expect(row, order.join()).toMatchObject({ state: 'sent', delivery: 'complained', messageId: 'ses-1' });
      expect(held).toBe('everything');
      expect(notices).toBeLessThanOrEqual(1);
    }
  });

  it('that arrives before the sender has recorded the hand-over settles the row, and nothing is sent again', async () => {
    const { tell, end, send, mailer, waitMinutes } = await aDeliveredOutbox(false);
    mailer.answers('accept-and-time-out');
    expect(await send(link.id)).toBe('later');
    await tell('delivery');
    expect((await end()).row).toMatchObject({ state: 'sent', delivery: 'delivered', messageId: 'ses-1' });
    waitMinutes(60);
    expect(await send(link.id)).toBe('done');
    expect(mailer.handedOver).toHaveLength(1);
  });

  it('suppresses an address also where the row no longer exists', async () => {
    const { handler, end } = await aDeliveredOutbox();
    const other = { ...events.permanent, mail: { ...mail, tags: { emailId: ['gone'] } } };
    await handler({ Records: [{ messageId: 'm', body: JSON.stringify({ detail: other }) }] });
    expect(await end()).toMatchObject({ held: 'everything', notices: 0 });
  });

  it.each([
    ['Bounce', { bounce: { timestamp: AT, bounceType: 'Permanent' } }],
    ['Complaint', { complaint: { timestamp: AT } }],
  ])('suppresses an address known only from the hash in the e-mail’s tags: %s', async (eventType, part) => {
    const { handler, end } = await aDeliveredOutbox();
    const tags = { ...mail.tags, address: [addressHash(address)] };
    const detail = { eventType, mail: { messageId: 'ses-1', timestamp: AT, tags }, ...part };
    const batch = { Records: [{ messageId: 'm', body: JSON.stringify({ detail }) }] };
    expect(await handler(batch)).toEqual({ batchItemFailures: [] });
    expect(await end()).toMatchObject({ held: 'everything' });
    const once = await end();
    expect(await handler(batch)).toEqual({ batchItemFailures: [] });
    expect(await end()).toEqual(once);
  });

  it('that cannot be parsed stays in the queue, and the others are recorded', async () => {
    const { handler, end } = await aDeliveredOutbox();
    const reply = await handler({
      Records: [
        { messageId: 'bad', body: 'not JSON' },
        { messageId: 'good', body: JSON.stringify({ detail: events.delivery }) },
      ],
    });
    expect(reply).toEqual({ batchItemFailures: [{ itemIdentifier: 'bad' }] });
    expect((await end()).row).toMatchObject({ delivery: 'delivered' });
  });
});
