import { describe, expect, it } from 'vitest';
import type { MailEvent } from '../../../functions/notifications/delivery/mail-event.ts';
import { addHours } from '../../../shared/kernel/time.ts';
import { emailFor } from '../../../shared/notifications/email.ts';
import { anOffer, aPractitioner, aRequest, NOW } from '../../support/builders.ts';
import { anOutbox } from '../../support/outbox.ts';

const about = { offerId: 'offer1', practitionerId: 'dpp1', requestId: 'req1', seatId: 'seat1' };
const made = emailFor('practitioner-offer-made', 'offer1', about, NOW);
const retry = (times: number) => `practitioner-offer-made.offer1.again-${times}`;

const anOfferSent = async () => {
  const outbox = anOutbox();
  await outbox.given(
    outbox.practitioners.save(aPractitioner({ version: 0 })),
    outbox.requests.save(aRequest({ version: 0 })),
    outbox.offers.save(anOffer({ version: 0, expiresAt: '2026-11-27T09:15:00.000Z' })),
    outbox.emails.save(made),
  );
  await outbox.send(made.id);
  const told = (what: MailEvent['what'], emailId = made.id) =>
    outbox.recordEvent({ what, emailId, messageId: 'ses-1', fingerprints: [], at: outbox.clock.now() });
  const notices = () =>
    outbox.memory.rows().flatMap(({ pk }) => (pk.startsWith('EMAIL#team-offer-not') ? [pk.slice(6)] : []));
  return {
    ...outbox,
    told,
    offer: () => outbox.offers.find('offer1'),
    notices,
    /** Lets hours pass and sends a row, if it is due. */
    after: async (hours: number, id: string) => {
      outbox.waitMinutes(hours * 60);
      return outbox.send(id);
    },
  };
};

describe('an offer whose e-mail comes back for now', () => {
  it('is sent again, with pauses that grow, until the offer ends', async () => {
    const its = await anOfferSent();
    await its.told('bounced-for-now');
    expect(await its.offer()).toMatchObject({ state: 'pending', notDeliveredSince: NOW });
    const pauses = [1, 3, 6, 12, 24, 24];
    for (const [index, hours] of pauses.entries()) {
      const id = retry(index + 1);
      expect(await its.after(hours - 1, id)).toBe('later');
      expect(await its.after(1, id)).toBe('sent');
      await its.told('bounced-for-now', id);
    }
    expect(await its.emails.find(retry(7))).toBeUndefined();
    expect(its.mailer.handedOver).toHaveLength(7);
  });

  it('is reported to the team once, after a day, with the full name, the address and the learner', async () => {
    const its = await anOfferSent();
    await its.told('bounced-for-now');
    await its.after(1, retry(1));
    await its.told('bounced-for-now', retry(1));
    const [notice] = its.notices();
    expect(its.notices()).toHaveLength(1);
    expect(await its.after(22, notice!)).toBe('later');
    expect(await its.after(1, notice!)).toBe('sent');
    const mail = its.mailer.handedOver.at(-1);
    expect(mail?.to).toBe('team@dpp-match.example');
    for (const words of ['Amara Example', 'amara@dpp.example', 'Lee Learner'])
      expect(mail?.text).toContain(words);
  });

  it('is not reported, and not sent again, when it has arrived meanwhile', async () => {
    const its = await anOfferSent();
    await its.told('bounced-for-now');
    await its.after(1, retry(1));
    await its.told('delivered', retry(1));
    expect(await its.offer()).not.toHaveProperty('notDeliveredSince');
    expect(await its.after(24, its.notices()[0]!)).toBe('not-needed');
  });

  it('drops the repetition if the first e-mail was delivered after all', async () => {
    const its = await anOfferSent();
    await its.told('bounced-for-now');
    await its.told('delivered');
    expect(await its.after(1, retry(1))).toBe('not-needed');
  });

  it('was only answered by a robot if it had been delivered before', async () => {
    const its = await anOfferSent();
    await its.told('delivered');
    await its.told('bounced-for-now');
    expect(await its.emails.find(retry(1))).toBeUndefined();
    expect(await its.offer()).not.toHaveProperty('notDeliveredSince');
  });

  it('has the same effect if the event arrives twice', async () => {
    const its = await anOfferSent();
    await its.told('bounced-for-now');
    await its.told('bounced-for-now');
    expect(its.notices()).toHaveLength(1);
    expect(await its.emails.find(retry(2))).toBeUndefined();
  });

  it('has no effect if the offer has been answered', async () => {
    const its = await anOfferSent();
    await its.given(its.offers.save(anOffer({ version: 1, state: 'declined', declineReason: 'no-time' })));
    await its.told('bounced-for-now');
    expect(its.notices()).toEqual([]);
    expect(await its.emails.find(retry(1))).toBeUndefined();
  });

  it('is not sent again after the offer has ended', async () => {
    const its = await anOfferSent();
    its.at(addHours('2026-11-27T09:15:00.000Z', -1));
    await its.told('bounced-for-now');
    expect(await its.emails.find(retry(1))).toBeUndefined();
  });
});
