import { describe, expect, test } from 'vitest';
import { offerClock, soughtUntil } from '../../../shared/offers/offer-clock.ts';
import { declareConflict } from '../../../shared/offers/declare-conflict.ts';
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
import { anOffer, aPractitioner, aRequest, aSeat, NOW, conflictWith } from '../../support/builders.ts';

const judged = { rank: 2, eligibleCount: 5, cost: 7, contributions: [], policy: 'p' };
const pendingOf = (offerId: string, holdsPlace = false) => ({
  offerId,
  from: '2027-02-01',
  to: '2027-07-31',
  holdsPlace,
});
const offered = aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1' });
const nouns = (changes: Partial<OfferNouns<'pending'>> = {}): OfferNouns<'pending'> => ({
  request: aRequest({ seats: [aSeat({ id: 'other' }), offered] }),
  practitioner: aPractitioner({ pendingOffers: [pendingOf('offer0'), pendingOf('offer1')] }),
  offer: anOffer(),
  ...changes,
});
const settledStates = [
  ['accepted', 'offer-already-accepted'],
  ['declined', 'offer-already-declined'],
  ['lapsed', 'offer-lapsed'],
  ['withdrawn', 'offer-withdrawn'],
] as const;

describe('an offer that is made', () => {
  const making = { offerId: 'o', seatId: 'seat1', judged, daysToAnswer: 5 };
  const request = aRequest({ seats: [aSeat({ id: 'other' }), aSeat({ role: 'practice-assessor' })] });
  const practitioner = aPractitioner({ placesOffered: 2, pendingOffers: [pendingOf('offer0')] });

  test('keeps its contributions, its place and its time', () => {
    const clock = offerClock(request, NOW, 5);
    const offer = {
      id: 'o',
      version: 0,
      state: 'pending',
      requestId: 'req1',
      seatId: 'seat1',
      role: 'practice-assessor',
      practitionerId: 'dpp1',
      ...judged,
      holdsPlace: false,
      madeAt: NOW,
      ...clock,
    };
    expect(makeOffer({ request, practitioner }, making, NOW)).toEqual({
      ok: true,
      value: {
        offer,
        request: {
          ...request,
          seats: [aSeat({ id: 'other' }), { ...offered, role: 'practice-assessor', offerId: 'o' }],
          updatedAt: NOW,
        },
        practitioner: { ...practitioner, pendingOffers: [pendingOf('offer0'), pendingOf('o')] },
      },
    });
    expect(
      makeOffer({ request, practitioner }, { ...making, holdsPlace: true, roundId: 'round1' }, NOW),
    ).toMatchObject({
      value: {
        offer: { holdsPlace: true, roundId: 'round1' },
        practitioner: { pendingOffers: [pendingOf('offer0'), pendingOf('o', true)] },
      },
    });
  });

  test('is refused if other offers ask about every place that is free in its period', () => {
    const asked = (pendingOffers: OfferNouns['practitioner']['pendingOffers'], placesOffered = 1) =>
      makeOffer({ request, practitioner: { ...practitioner, placesOffered, pendingOffers } }, making, NOW);
    const refusal = { ok: false, refusal: 'no-place-to-ask-about' };
    expect(asked([pendingOf('offer0')])).toEqual(refusal);
    expect(asked([pendingOf('offer0', true)])).toEqual(refusal);
    expect(asked([pendingOf('offer0')], 2).ok).toBe(true);
    expect(asked([{ ...pendingOf('offer0'), from: '2028-02-01', to: '2028-07-31' }]).ok).toBe(true);
  });

  test('is made until 5pm on the last day and then refused', () => {
    const made = (now: string) => makeOffer({ request, practitioner }, making, now);
    expect(made('2027-01-04T16:59:00.000Z').ok).toBe(true);
    expect(made('2027-01-04T17:00:00.000Z')).toEqual({ ok: false, refusal: 'request-closed' });
  });

  test('for a seat that does not exist is refused', () => {
    expect(makeOffer({ request, practitioner }, { ...making, seatId: 'none' }, NOW)).toEqual({
      ok: false,
      refusal: 'seat-not-vacant',
    });
  });
});

describe('an offer that is accepted', () => {
  test('moves everything together and leaves the rest as it was', () => {
    const backUp = { name: 'Bea Example', email: 'bea@dpp.example' };
    const before = nouns();
    const accepted = acceptOffer(before, { matchId: 'm', backUp }, NOW);
    expect(accepted).toMatchObject({
      ok: true,
      value: {
        offer: { ...before.offer, state: 'accepted', decidedAt: NOW, matchId: 'm' },
        practitioner: {
          pendingOffers: [pendingOf('offer0')],
          backUpName: 'Bea Example',
          backUpEmail: 'bea@dpp.example',
          commitments: [
            {
              matchId: 'm',
              requestId: 'req1',
              seatId: 'seat1',
              from: '2027-02-01',
              to: '2027-07-31',
              university: 'medway',
            },
          ],
        },
        match: {
          id: 'm',
          version: 0,
          requestId: 'req1',
          seatId: 'seat1',
          role: 'dpp',
          offerId: 'offer1',
          practitionerId: 'dpp1',
          homePlace: 'medway-swale',
          agreedAt: NOW,
        },
      },
    });
    const plain = acceptOffer(before, { matchId: 'm' }, NOW);
    expect(plain.ok && plain.value.practitioner).not.toHaveProperty('backUpName');
    expect(plain.ok && plain.value.practitioner).not.toHaveProperty('backUpEmail');
  });

  test('is hosted at the learner’s own place where the practitioner works there, else at their first', () => {
    const sites = [
      { outcode: 'TN1', town: 'Tunbridge Wells', place: 'west-kent' as const },
      { outcode: 'ME7', town: 'Gillingham', place: 'medway-swale' as const },
    ];
    const hostOf = (some: typeof sites) => {
      const accepted = acceptOffer(
        nouns({ practitioner: aPractitioner({ sites: some, pendingOffers: [pendingOf('offer1')] }) }),
        { matchId: 'm' },
        NOW,
      );
      return accepted.ok ? accepted.value.match.hostPlace : undefined;
    };
    expect(hostOf(sites)).toBe('medway-swale');
    expect(hostOf(sites.slice(0, 1))).toBe('west-kent');
    expect(hostOf([])).toBe('medway-swale');
  });

  test('is for the hours of its seat, not of the whole request, and names no round that it is not of', () => {
    const seat = { ...offered, hours: 30 };
    const accepted = acceptOffer(
      nouns({ request: aRequest({ namedDppHours: 0, seats: [seat] }) }),
      { matchId: 'm' },
      NOW,
    );
    expect(accepted.ok && accepted.value.match.hours).toBe(30);
    const made = makeOffer(
      { request: aRequest(), practitioner: aPractitioner() },
      { offerId: 'o', seatId: 'seat1', judged, daysToAnswer: 5 },
      NOW,
    );
    expect(made.ok && made.value.offer).not.toHaveProperty('roundId');
  });

  test('is refused for a second learner of a cohort only where the university says so', () => {
    const commitment = {
      matchId: 'x',
      requestId: 'req9',
      seatId: 's',
      from: '2027-02-01',
      to: '2027-07-31',
      university: 'medway',
    };
    const full = nouns({
      practitioner: aPractitioner({
        placesOffered: 2,
        commitments: [commitment],
        pendingOffers: [pendingOf('offer1')],
      }),
    });
    expect(acceptOffer(full, { matchId: 'm' }, NOW).ok).toBe(true);
    expect(acceptOffer(full, { matchId: 'm', onePerCohort: true }, NOW)).toEqual({
      ok: false,
      refusal: 'offer-already-filled',
    });
    expect(acceptOffer(nouns(), { matchId: 'm', onePerCohort: true }, NOW).ok).toBe(true);
  });

  test('may take the place that it holds, and the one that the same learner has', () => {
    const held = nouns({ practitioner: aPractitioner({ pendingOffers: [pendingOf('offer1', true)] }) });
    expect(acceptOffer(held, { matchId: 'm' }, NOW).ok).toBe(true);
    const own = {
      matchId: 'x',
      requestId: 'req1',
      seatId: 'other',
      from: '2027-02-01',
      to: '2027-07-31',
      university: 'medway',
    };
    const second = nouns({
      practitioner: aPractitioner({ commitments: [own], pendingOffers: [pendingOf('offer1')] }),
    });
    expect(acceptOffer(second, { matchId: 'm' }, NOW).ok).toBe(true);
    const elses = nouns({
      practitioner: aPractitioner({ pendingOffers: [pendingOf('offer0', true), pendingOf('offer1')] }),
    });
    expect(acceptOffer(elses, { matchId: 'm' }, NOW)).toEqual({ ok: false, refusal: 'offer-already-filled' });
  });
});

describe('an offer that ends otherwise', () => {
  const released = (tried: readonly object[] = []) => [aSeat({ id: 'other' }), { ...aSeat(), tried }];
  const left = { pendingOffers: [pendingOf('offer0')] };

  test('by a decline keeps its reason and note, and the practitioner is not asked again', () => {
    const tried = [{ practitionerId: 'dpp1', outcome: 'declined', at: NOW }];
    const declined = declineOffer(nouns(), { reason: 'no-time', note: 'On leave' }, NOW);
    expect(declined).toMatchObject({
      request: { seats: released(tried), updatedAt: NOW },
      practitioner: left,
      offer: { state: 'declined', decidedAt: NOW, declineReason: 'no-time', declineNote: 'On leave' },
    });
    const plain = declineOffer(nouns(), { reason: 'no-time' }, NOW);
    expect(plain.offer).not.toHaveProperty('declineNote');
  });

  test('by lapsing does so at its end and not before', () => {
    const { expiresAt } = anOffer();
    const tried = [{ practitionerId: 'dpp1', outcome: 'lapsed', at: expiresAt }];
    expect(isOverdue(anOffer(), '2026-11-27T09:14:59.999Z')).toBe(false);
    expect(isOverdue(anOffer(), expiresAt)).toBe(true);
    expect(lapseOffer(nouns(), expiresAt)).toMatchObject({
      request: { seats: released(tried) },
      practitioner: left,
      offer: { state: 'lapsed', decidedAt: expiresAt },
    });
  });

  test('by being withdrawn lets the practitioner be asked again', () => {
    expect(withdrawOffer(nouns(), NOW)).toMatchObject({
      request: { seats: released() },
      practitioner: left,
      offer: { state: 'withdrawn', decidedAt: NOW },
    });
  });

  test('by a declared conflict is flagged for the team under the practitioner’s id', () => {
    const known = conflictWith('Dr Who', { kind: 'line-manager' });
    const before = nouns();
    const request = { ...before.request, conflicts: [known] };
    expect(declareConflict({ ...before, request }, ['business-or-financial'], NOW)).toMatchObject({
      request: {
        seats: released(),
        conflicts: [
          known,
          { kind: 'business-or-financial', practitionerId: 'dpp1', decision: { is: 'undecided' } },
        ],
      },
      practitioner: left,
      offer: { id: 'offer1', state: 'declined', decidedAt: NOW, declineReason: 'conflict' },
    });
  });

  test.each(settledStates)(
    'that is %s cannot be answered, with a refusal that names the state',
    (state, refusal) => {
      const late = '2026-12-30T09:00:00.000Z';
      for (const now of [NOW, late])
        expect(answerable(anOffer({ state }), now)).toEqual({ ok: false, refusal });
      expect(isOverdue(anOffer({ state }), late)).toBe(false);
    },
  );
});

describe('the time of an offer', () => {
  test('a seat is looked for until its course ends only when it fell vacant on or after the sign-off day', () => {
    const reopened = (reopenedAt: string, courseEnd = '2027-07-31') =>
      soughtUntil(aRequest({ reopenedAt, courseEnd }));
    expect(reopened('2027-01-03T23:59:00.000Z')).toBe('2027-01-04');
    expect(reopened('2027-01-04T00:00:00.000Z')).toBe('2027-07-31');
    expect(reopened('2027-03-01T00:00:00.000Z', '2026-12-31')).toBe('2027-01-04');
  });

  test.each([
    // The offer is made on Friday 20 November. If fifteen or more working days are left, the DPP has five
    // whole working days to answer.
    ['2026-12-11', '2026-11-27T17:00:00.000Z', '2026-11-24T01:07:30.000Z'],
    // Fourteen working days are left; the DPP has a third of them, rounded down to four.
    ['2026-12-10', '2026-11-26T17:00:00.000Z', '2026-11-23T13:07:30.000Z'],
    ['2026-11-25', '2026-11-23T17:00:00.000Z', '2026-11-22T01:07:30.000Z'],
    // The DPP has only the rest of the day to answer.
    ['2026-11-20', '2026-11-20T17:00:00.000Z', '2026-11-20T13:07:30.000Z'],
  ])('until %s: answers are taken until %s', (signOffNeededBy, expiresAt, remindAt) => {
    expect(offerClock(aRequest({ signOffNeededBy }), '2026-11-20T09:15:00.000Z', 5)).toEqual({
      remindAt,
      expiresAt,
    });
  });
});
