import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { describe, expect, test } from 'vitest';
import {
  acceptOffer,
  answerable,
  declineOffer,
  isOverdue,
  lapseOffer,
  makeOffer,
  type OfferNouns,
  withdrawOffer,
} from '../../../shared/offers/offer-moves.ts';
import type { Offer } from '../../../shared/offers/offer.ts';
import { lastDeadline, offerClock, soughtUntil } from '../../../shared/offers/offer-clock.ts';
import { undoAccept, undoDecline, undoUntil } from '../../../shared/offers/undo-offer.ts';
import { addHours } from '../../../shared/kernel/time.ts';
import { anOffer, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';

const judged = { rank: 1, eligibleCount: 2, cost: 0, contributions: [], policy: 'p' };
const pendingOf = (offerId: string) => ({ offerId, from: '2027-02-01', to: '2027-07-31', holdsPlace: false });
const nouns = (): OfferNouns<'pending'> => ({
  request: aRequest({ seats: [aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1' })] }),
  practitioner: aPractitioner({ pendingOffers: [pendingOf('offer1')] }),
  offer: anOffer(),
});
const value = <Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value => {
  if (!result.ok) throw new Error(String(result.refusal));
  return result.value;
};

describe('how long an offer waits', () => {
  test('five working days, until 5pm in London, with the reminder at half time', () => {
    expect(offerClock(aRequest(), '2026-11-20T09:15:00.000Z', 5)).toEqual({
      remindAt: '2026-11-24T01:07:30.000Z',
      expiresAt: '2026-11-27T17:00:00.000Z',
    });
    expect(offerClock(aRequest(), '2026-06-18T08:15:00.000Z', 5).expiresAt).toBe('2026-06-25T16:00:00.000Z');
  });

  test('a third of the working days left when the sign-off day is near', () => {
    const near = aRequest({ signOffNeededBy: '2026-11-30' });
    expect(offerClock(near, '2026-11-20T09:15:00.000Z', 5).expiresAt).toBe('2026-11-24T17:00:00.000Z');
  });

  test('one working day at least, and never past the end of the sign-off day', () => {
    const tomorrow = aRequest({ signOffNeededBy: '2026-11-25' });
    expect(offerClock(tomorrow, '2026-11-24T09:15:00.000Z', 5).expiresAt).toBe('2026-11-25T17:00:00.000Z');
    expect(offerClock(tomorrow, '2026-11-25T09:15:00.000Z', 5).expiresAt).toBe('2026-11-25T17:00:00.000Z');
  });

  test('a sign-off day on a day off ends the search on the working day before', () => {
    const sunday = aRequest({ signOffNeededBy: '2026-11-29' });
    expect(lastDeadline(sunday)).toBe('2026-11-27T17:00:00.000Z');
    expect(offerClock(sunday, '2026-11-26T09:15:00.000Z', 5).expiresAt).toBe('2026-11-27T17:00:00.000Z');
  });

  test('bank holidays and weekends are not counted', () => {
    const spring = aRequest({ signOffNeededBy: '2027-03-01' });
    expect(offerClock(spring, '2026-12-23T09:00:00.000Z', 5).expiresAt).toBe('2027-01-04T17:00:00.000Z');
  });

  test.each([
    ['after 5pm on Thursday', '2026-11-19T17:00:00.000Z'],
    ['at 3am on Friday', '2026-11-20T03:00:00.000Z'],
  ])('made %s it has the working days from Friday', (_, now) => {
    expect(offerClock(aRequest(), now, 5).expiresAt).toBe('2026-11-27T17:00:00.000Z');
  });

  test.each(['2026-11-20T22:00:00.000Z', '2026-11-22T00:22:00.000Z', '2026-11-23T04:00:00.000Z'])(
    'made at the weekend, at %s, it has the working days from Monday',
    (now) => {
      expect(offerClock(aRequest(), now, 5).expiresAt).toBe('2026-11-30T17:00:00.000Z');
    },
  );

  test('after 5pm on the last working day of the search no offer is made', () => {
    const request = aRequest({ signOffNeededBy: '2026-11-20' });
    const late = makeOffer(
      { request, practitioner: aPractitioner() },
      { offerId: 'o', seatId: 'seat1', judged, daysToAnswer: 5 },
      '2026-11-20T17:00:00.000Z',
    );
    expect(late).toEqual({ ok: false, refusal: 'request-closed' });
  });

  test('a seat that fell vacant after the sign-off day is looked for until the course ends', () => {
    expect(soughtUntil(aRequest())).toBe('2027-01-04');
    expect(soughtUntil(aRequest({ reopenedAt: '2026-12-01T09:00:00.000Z' }))).toBe('2027-01-04');
    expect(soughtUntil(aRequest({ reopenedAt: '2027-03-01T09:00:00.000Z' }))).toBe('2027-07-31');
  });
});

describe('making an offer', () => {
  const making = { offerId: 'o', seatId: 'seat1', judged, daysToAnswer: 5 };
  test('the seat is offered and the practitioner has a pending offer', () => {
    const made = value(makeOffer({ request: aRequest(), practitioner: aPractitioner() }, making, NOW));
    expect(made.offer).toMatchObject({ version: 0, state: 'pending', holdsPlace: false, madeAt: NOW });
    expect(made.request.seats[0]).toMatchObject({ state: 'offered', offerId: 'o', practitionerId: 'dpp1' });
    expect(made.practitioner.pendingOffers).toEqual([pendingOf('o')]);
  });

  test('refused by name: a fourth pending offer, a seat that is not vacant, a closed request, a paused listing', () => {
    const refusal = (request: SupervisionRequest, practitioner = aPractitioner()) => {
      const made = makeOffer({ request, practitioner }, making, NOW);
      return made.ok ? undefined : made.refusal;
    };
    expect(refusal(aRequest(), aPractitioner({ pendingOffers: ['a', 'b', 'c'].map(pendingOf) }))).toBe(
      'too-many-pending',
    );
    expect(refusal(nouns().request)).toBe('seat-not-vacant');
    expect(refusal(aRequest({ state: 'withdrawn' }))).toBe('request-closed');
    expect(refusal(aRequest(), aPractitioner({ state: 'paused' }))).toBe('practitioner-not-listed');
  });
});

describe('answering', () => {
  test('an acceptance of one of two seats leaves the request open; of the last one makes it matched', () => {
    const one = nouns();
    const twoSeats = { ...one.request, seats: [...one.request.seats, aSeat({ id: 'b' })] };
    expect(value(acceptOffer({ ...one, request: twoSeats }, { matchId: 'm' }, NOW)).request.state).toBe(
      'open',
    );
    expect(value(acceptOffer(one, { matchId: 'm' }, NOW)).request.state).toBe('matched');
  });

  test('the match says who hosts whom, where, when and for how many hours', () => {
    const { match } = value(acceptOffer(nouns(), { matchId: 'm' }, NOW));
    expect(match).toMatchObject({
      home: { id: 'medway-pharmacy' },
      host: { id: 'harbour-surgery' },
      hostPlace: 'medway-swale',
      // The hours with the named DPP; the seat has more, because a team gives the rest.
      hours: 20,
      seatHours: 90,
      from: '2027-02-01',
      to: '2027-07-31',
      state: 'agreed',
    });
  });

  test('the last place is given once', () => {
    const first = value(acceptOffer(nouns(), { matchId: 'm' }, NOW));
    const second = {
      request: { ...nouns().request, id: 'req2' },
      practitioner: { ...first.practitioner, pendingOffers: [pendingOf('offer2')] },
      offer: anOffer({ id: 'offer2', requestId: 'req2' }),
    };
    expect(acceptOffer(second, { matchId: 'n' }, NOW)).toEqual({
      ok: false,
      refusal: 'offer-already-filled',
    });
  });

  test('a settled or late offer is refused by what became of it', () => {
    const answer = (offer: Offer, now = NOW) => {
      const open = answerable(offer, now);
      const result = open.ok ? acceptOffer({ ...nouns(), offer: open.value }, { matchId: 'm' }, now) : open;
      return result.ok ? 'accepted' : result.refusal;
    };
    expect(answer(anOffer())).toBe('accepted');
    expect(answer(anOffer({ state: 'accepted' }))).toBe('offer-already-accepted');
    expect(answer(anOffer({ state: 'declined' }))).toBe('offer-already-declined');
    expect(answer(anOffer({ state: 'lapsed' }))).toBe('offer-lapsed');
    expect(answer(anOffer({ state: 'withdrawn' }))).toBe('offer-withdrawn');
    expect(answer(anOffer(), anOffer().expiresAt)).toBe('offer-lapsed');
    expect(answer(anOffer({ seatId: 'other' }))).toBe('offer-withdrawn');
  });

  test('an unanswered offer lapses only after its end', () => {
    expect(isOverdue(anOffer(), NOW)).toBe(false);
    expect(isOverdue(anOffer(), anOffer().expiresAt)).toBe(true);
    const lapsed = lapseOffer(nouns(), anOffer().expiresAt);
    expect(lapsed.request.seats[0]).toMatchObject({ state: 'vacant', tried: [{ outcome: 'lapsed' }] });
  });

  test('a practitioner whose offer was withdrawn is not counted as tried', () => {
    const { request, practitioner } = withdrawOffer(nouns(), NOW);
    expect(request.seats[0]).toMatchObject({ state: 'vacant', tried: [] });
    expect(practitioner.pendingOffers).toEqual([]);
  });
});

describe('undoing', () => {
  const declined = () => declineOffer(nouns(), { reason: 'no-time' }, NOW);
  const accepted = () => value(acceptOffer(nouns(), { matchId: 'm' }, NOW));

  test('undoing an acceptance restores everything except the time to answer', () => {
    const undone = value(undoAccept(accepted(), addHours(NOW, 0.5)));
    const { request, practitioner, offer } = nouns();
    expect(undone.offer).toEqual(offer);
    expect(undone.practitioner).toEqual(practitioner);
    expect({ ...undone.request, updatedAt: '' }).toEqual({ ...request, updatedAt: '' });
    expect(undone.match.state).toBe('undone');
  });

  test('undoing a decline restores everything while nobody else was asked', () => {
    const undone = value(undoDecline(declined(), addHours(NOW, 0.5)));
    expect(undone.outcome).toBe('asked-again');
    expect(undone.offer).toEqual(nouns().offer);
    expect(undone.practitioner).toEqual(nouns().practitioner);
    expect(undone.request.seats).toEqual(nouns().request.seats);
  });

  test('a decline that is undone after the next was asked leaves them willing', () => {
    const { request, practitioner, offer } = declined();
    const tried = request.seats[0]!.tried;
    const next = { ...request, seats: [aSeat({ state: 'offered', offerId: 'next', tried })] };
    const undone = value(undoDecline({ request: next, practitioner, offer }, NOW));
    expect(undone).toMatchObject({ outcome: 'willing', offer: { state: 'declined' } });
    expect(undone.request.seats[0]).toMatchObject({ offerId: 'next', tried: [] });
  });

  test('is possible for an hour, but not for a declared conflict', () => {
    expect(undoUntil(declined().offer)).toBe(addHours(NOW, 1));
    expect(undoUntil({ ...declined().offer, declineReason: 'conflict' })).toBeUndefined();
    expect(undoAccept(accepted(), addHours(NOW, 1))).toEqual({ ok: false, refusal: 'undo-too-late' });
  });

  test('an offer near its end gets a day to be answered again', () => {
    const late = '2026-11-27T09:00:00.000Z';
    const taken = value(acceptOffer(nouns(), { matchId: 'm' }, late));
    expect(value(undoAccept(taken, addHours(late, 0.5))).offer.expiresAt).toBe('2026-11-30T17:00:00.000Z');
  });

  test.each(['unlisted', 'paused', 'suspended', 'stale'] as const)(
    'undoing an acceptance never gives an offer to a DPP who is %s by then',
    (state) => {
      const taken = accepted();
      const practitioner = { ...taken.practitioner, state };
      expect(undoAccept({ ...taken, practitioner }, NOW)).toEqual({ ok: false, refusal: 'takes-no-offers' });
    },
  );

  test('undoing never gives a practitioner a fourth pending offer', () => {
    const taken = accepted();
    const practitioner = { ...taken.practitioner, pendingOffers: ['a', 'b', 'c'].map(pendingOf) };
    expect(undoAccept({ ...taken, practitioner }, NOW)).toEqual({ ok: false, refusal: 'too-many-pending' });
  });
});
