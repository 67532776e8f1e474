import { describe, expect, it } from 'vitest';
import type { MailEvent } from '../../../functions/notifications/delivery/mail-event.ts';
import { addressHash } from '../../../functions/platform/hash.ts';
import { claim } from '../../../functions/store/unique-claims.ts';
import { emailFor, type EmailName } from '../../../shared/notifications/email.ts';
import { isShown, takesOffers } from '../../../shared/people/standing.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat, NOW, TODAY } from '../../support/builders.ts';
import { anOutbox } from '../../support/outbox.ts';

const address = 'amara@dpp.example';
const period = { from: '2027-02-01', to: '2027-07-31' };

/** A DPP with an offer that waits for their answer and with an agreed learner. */
const aDppAtWork = async () => {
  const outbox = anOutbox();
  const dpp = aPractitioner({
    version: 0,
    placesOffered: 3,
    pendingOffers: [{ offerId: 'offer1', ...period, holdsPlace: false }],
    commitments: [{ matchId: 'match2', requestId: 'req2', seatId: 'seat2', ...period, university: 'medway' }],
  });
  const asking = aRequest({
    version: 0,
    seats: [aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1' })],
  });
  const settled = aRequest({
    id: 'req2',
    version: 0,
    state: 'matched',
    requesterName: 'Nia Learner',
    email: 'nia@learner.example',
    seats: [
      aSeat({ id: 'seat2', state: 'filled', offerId: 'offer2', practitionerId: 'dpp1', matchId: 'match2' }),
    ],
  });
  const about = { offerId: 'offer1', practitionerId: 'dpp1', requestId: 'req1', seatId: 'seat1' };
  const rows = {
    offer: emailFor('practitioner-offer-made', 'offer1', about, NOW),
    checkIn: emailFor('practitioner-capacity-check-in', 'dpp1', { practitionerId: 'dpp1' }, NOW),
    again: emailFor('practitioner-already-registered', 'x', { practitionerId: 'dpp1' }, NOW),
  };
  await outbox.given(
    outbox.practitioners.save(dpp),
    ...claim(outbox.table, dpp),
    outbox.requests.save(asking),
    outbox.requests.save(settled),
    outbox.offers.save(anOffer({ version: 0, expiresAt: '2026-11-27T09:15:00.000Z' })),
    outbox.matches.save(
      aMatch({ id: 'match2', version: 0, requestId: 'req2', seatId: 'seat2', offerId: 'offer2' }),
    ),
    ...Object.values(rows).map((row) => outbox.emails.save(row)),
  );
  for (const { id } of Object.values(rows)) await outbox.send(id);
  outbox.mailer.handedOver.length = 0;
  const told = (
    what: MailEvent['what'],
    row: keyof typeof rows = 'offer',
    about = address,
    at = outbox.clock.now(),
  ) =>
    outbox.recordEvent({
      what,
      emailId: rows[row].id,
      messageId: 'ses-1',
      fingerprints: [addressHash(about)],
      at,
    });
  const mails = (name: EmailName) =>
    outbox.memory.rows().flatMap(({ pk }) => (pk.startsWith(`EMAIL#${name}`) ? [pk.slice(6)] : []));
  const dppNow = async () => (await outbox.practitioners.findPresent('dpp1'))!;
  return { ...outbox, told, mails, dppNow };
};

describe('a DPP whose address fails for good', () => {
  it.each(['bounced-for-good', 'complained'] as const)(
    'loses the offer at once, and the next DPP can be asked: %s',
    async (what) => {
      const its = await aDppAtWork();
      await its.told(what);
      expect(await its.offers.find('offer1')).toMatchObject({
        state: 'withdrawn',
        takenBack: 'dpp-unreachable',
      });
      expect(await its.requests.find('req1')).toMatchObject({ state: 'open', seats: [{ state: 'vacant' }] });
      const dpp = await its.dppNow();
      expect(dpp).toMatchObject({ state: 'listed', unreachableSince: NOW, pendingOffers: [] });
      expect(takesOffers(dpp, TODAY)).toBe(false);
      expect(isShown(dpp, TODAY)).toBe(false);
    },
  );

  it('keeps the agreed learner', async () => {
    const its = await aDppAtWork();
    await its.told('bounced-for-good');
    expect((await its.dppNow()).commitments).toHaveLength(1);
    expect(await its.matches.find('match2')).toMatchObject({ state: 'agreed' });
    expect(await its.requests.find('req2')).toMatchObject({ state: 'matched' });
  });

  it('tells the learner that the DPP could not be reached', async () => {
    const its = await aDppAtWork();
    await its.told('bounced-for-good');
    const [row] = its.mails('requester-offer-taken-back');
    expect(await its.send(row!)).toBe('sent');
    expect(its.mailer.handedOver[0]).toMatchObject({ to: 'lee@learner.example' });
    expect(its.mailer.handedOver[0]?.text).toContain('We could not reach the person we had asked.');
  });

  it('is reported to the team once, with name, address, the learners touched and what mends it', async () => {
    const its = await aDppAtWork();
    await its.told('bounced-for-good');
    await its.told('complained');
    await its.told('bounced-for-good', 'checkIn');
    const rows = its.mails('team-practitioner-unreachable');
    expect(rows).toHaveLength(1);
    expect(its.mails('team-address-bounced')).toEqual([]);
    expect(await its.send(rows[0]!)).toBe('sent');
    const text = its.mailer.handedOver[0]?.text ?? '';
    for (const words of [
      'Amara Example',
      address,
      'dpp1',
      'Lee Learner',
      'Nia Learner',
      'lift-suppression',
      'correct dpp1',
    ])
      expect(text).toContain(words);
    expect(its.mailer.handedOver[0]?.subject).toBe('Phone Amara Example: our emails do not arrive');
  });

  it.each(['checkIn', 'again'] as const)(
    'is unreachable although it was another e-mail that failed: %s',
    async (row) => {
      const its = await aDppAtWork();
      await its.told('bounced-for-good', row);
      expect(await its.dppNow()).toMatchObject({ unreachableSince: NOW });
      expect(await its.offers.find('offer1')).toMatchObject({ state: 'withdrawn' });
    },
  );

  it('is unreachable although the offer has been answered, and the answer stays', async () => {
    const its = await aDppAtWork();
    const dpp = await its.dppNow();
    await its.given(
      its.offers.save(anOffer({ version: 1, state: 'declined', declineReason: 'no-time' })),
      its.practitioners.save({ ...dpp, pendingOffers: [] }),
    );
    await its.told('bounced-for-good');
    expect(await its.offers.find('offer1')).toMatchObject({ state: 'declined' });
    expect(await its.dppNow()).toMatchObject({ unreachableSince: NOW });
    expect(its.mails('requester-offer-taken-back')).toEqual([]);
  });

  it('has the same end if events come twice, late and in another order', async () => {
    const orders: readonly MailEvent['what'][][] = [
      ['delivered', 'bounced-for-good', 'complained'],
      ['complained', 'bounced-for-good', 'delivered', 'bounced-for-good'],
      ['bounced-for-now', 'complained', 'complained', 'bounced-for-now'],
    ];
    for (const order of orders) {
      const its = await aDppAtWork();
      for (const what of order) await its.told(what);
      its.waitMinutes(3 * 24 * 60);
      for (const what of order) await its.told(what);
      expect(await its.dppNow()).toMatchObject({ unreachableSince: NOW, pendingOffers: [] });
      expect(its.mails('team-practitioner-unreachable')).toHaveLength(1);
      expect(its.mails('requester-offer-taken-back')).toHaveLength(1);
    }
  });

  it('loses the offer at the time when a late event arrives, and not in the past', async () => {
    const its = await aDppAtWork();
    its.waitMinutes(90);
    const now = its.clock.now();
    await its.told('bounced-for-good', 'offer', address, NOW);
    expect(await its.offers.find('offer1')).toMatchObject({ state: 'withdrawn', decidedAt: now });
    expect(await its.dppNow()).toMatchObject({ unreachableSince: now, updatedAt: now });
  });

  it('is not touched by an event about an address that they had before', async () => {
    const its = await aDppAtWork();
    await its.told('bounced-for-good', 'offer', 'old@dpp.example');
    expect(await its.dppNow()).not.toHaveProperty('unreachableSince');
    expect(await its.offers.find('offer1')).toMatchObject({ state: 'pending' });
  });

  it.each(['delivered', 'bounced-for-now', 'rejected'] as const)('is not one after: %s', async (what) => {
    const its = await aDppAtWork();
    await its.told(what);
    expect(await its.dppNow()).not.toHaveProperty('unreachableSince');
    expect(await its.offers.find('offer1')).toMatchObject({ state: 'pending' });
  });
});

describe('mail to an address that nobody has confirmed', () => {
  it('does not tell the team when it fails, because anybody can type an address', async () => {
    const its = anOutbox();
    const row = emailFor('practitioner-address-confirm', 'new', { practitionerId: 'new' }, NOW);
    await its.given(
      its.practitioners.save(aPractitioner({ version: 0, id: 'new', state: 'unconfirmed' })),
      its.emails.save(row),
    );
    await its.send(row.id);
    const event = { emailId: row.id, messageId: 'ses-1', fingerprints: [addressHash(address)], at: NOW };
    for (const what of ['bounced-for-good', 'rejected'] as const) await its.recordEvent({ ...event, what });
    expect(its.memory.rows().filter(({ pk }) => pk.startsWith('EMAIL#team'))).toEqual([]);
  });
});

describe('a requester whose address fails for good', () => {
  const aLearner = async () => {
    const its = anOutbox();
    const row = emailFor('requester-request-open', 'req1', { requestId: 'req1' }, NOW);
    await its.given(its.requests.save(aRequest({ version: 0 })), its.emails.save(row));
    await its.send(row.id);
    its.mailer.handedOver.length = 0;
    const told = (what: MailEvent['what'], about = 'lee@learner.example') =>
      its.recordEvent({
        what,
        emailId: row.id,
        messageId: 'ses-1',
        fingerprints: [addressHash(about)],
        at: NOW,
      });
    const notices = () =>
      its.memory.rows().flatMap(({ pk }) => (pk.startsWith('EMAIL#team-requester') ? [pk.slice(6)] : []));
    return { ...its, told, notices };
  };

  it.each(['bounced-for-good', 'complained'] as const)(
    'is marked, and the team is told once: %s',
    async (what) => {
      const its = await aLearner();
      await its.told(what);
      await its.told(what);
      expect(await its.requests.find('req1')).toMatchObject({ state: 'open', unreachableSince: NOW });
      expect(its.notices()).toHaveLength(1);
      expect(await its.send(its.notices()[0]!)).toBe('sent');
      const text = its.mailer.handedOver[0]?.text ?? '';
      for (const words of [
        'Lee Learner',
        'lee@learner.example',
        'req1',
        '28 November 2026',
        'lift-suppression',
      ])
        expect(text).toContain(words);
    },
  );

  it('is marked at the time when a late event arrives', async () => {
    const its = await aLearner();
    its.waitMinutes(90);
    await its.told('bounced-for-good');
    expect(await its.requests.find('req1')).toMatchObject({
      unreachableSince: its.clock.now(),
      updatedAt: its.clock.now(),
    });
  });

  it('is not marked by an event about another address', async () => {
    const its = await aLearner();
    await its.told('bounced-for-good', 'other@learner.example');
    expect(await its.requests.find('req1')).not.toHaveProperty('unreachableSince');
  });
});
