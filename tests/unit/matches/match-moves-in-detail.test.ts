import { describe, expect, test } from 'vitest';
import { rememberBackUp } from '../../../shared/requests/remember-back-up.ts';
import { isCurrent, isOver } from '../../../shared/matches/match.ts';
import { completeMatch, endMatchEarly, withoutCommitment } from '../../../shared/matches/match-moves.ts';
import { extendMatch, feedbackOf, matchWithFeedback } from '../../../shared/matches/match-feedback.ts';
import { lapsedRequest, withdrawnRequest } from '../../../shared/offers/close-request.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';

const { id: matchId, requestId, seatId, from, to } = aMatch();
const own = { matchId, requestId, seatId, from, to, university: 'medway' };
const elses = { matchId: 'x', requestId: 'req9', seatId: 's', from, to, university: 'medway' };
const practitioner = aPractitioner({ placesOffered: 2, commitments: [elses, own] });
const filled = aSeat({ state: 'filled', offerId: 'offer1', practitionerId: 'dpp1', matchId });
const matched = aRequest({ state: 'matched', seats: [filled] });
const started = aMatch({ state: 'started', endingAskedAt: NOW });

describe('a place', () => {
  test('is freed only by its own match', () => {
    expect(withoutCommitment(practitioner, matchId)).toEqual({ ...practitioner, commitments: [elses] });
  });

  test.each([
    ['agreed', true, false],
    ['started', true, false],
    ['completed', false, true],
    ['ended-early', false, true],
    ['undone', false, false],
  ] as const)('of a match that is %s: in use %s; feedback is asked for: %s', (state, current, over) => {
    expect(isCurrent(aMatch({ state }))).toBe(current);
    expect(isOver(aMatch({ state }))).toBe(over);
  });
});

describe('a match that ends', () => {
  test('completes its request also when the list of matches includes it', () => {
    const done = completeMatch({ request: matched, practitioner, match: started }, [started], NOW);
    expect(done).toEqual({
      request: { ...matched, state: 'completed', updatedAt: NOW },
      practitioner: { ...practitioner, commitments: [elses] },
      match: { ...started, state: 'completed', endedAt: NOW },
    });
  });

  test('leaves its request alone while another goes on, or when it is closed', () => {
    const other = aMatch({ id: 'match2', state: 'started' });
    const goesOn = completeMatch({ request: matched, practitioner, match: started }, [started, other], NOW);
    expect(goesOn.request).toBe(matched);
    const closed = { ...matched, state: 'withdrawn' as const };
    const done = completeMatch({ request: closed, practitioner, match: started }, [], NOW);
    expect(done.request).toBe(closed);
  });

  test('early keeps its reason', () => {
    expect(endMatchEarly({ request: matched, practitioner, match: started }, 'employer', NOW)).toMatchObject({
      match: { id: matchId, state: 'ended-early', endedAt: NOW, endReason: 'employer' },
      practitioner: { commitments: [elses] },
    });
  });
});

describe('more time', () => {
  test('moves the last day of this match and place only, and asks again near it', () => {
    const longer = extendMatch({ match: started, practitioner }, '2027-09-30');
    const { endingAskedAt, ...notAsked } = started;
    expect(endingAskedAt).toBe(NOW);
    expect(longer).toEqual({
      ok: true,
      value: {
        match: { ...notAsked, to: '2027-09-30' },
        practitioner: { ...practitioner, commitments: [elses, { ...own, to: '2027-09-30' }] },
      },
    });
  });

  test('is given to a match that has not started yet', () => {
    const longer = extendMatch({ match: aMatch(), practitioner }, '2027-09-30');
    expect(longer.ok && longer.value.match).toEqual({ ...aMatch(), to: '2027-09-30' });
  });

  test('is refused when somebody else was promised the place on a day that is added', () => {
    const next = { ...elses, from: '2027-08-20', to: '2027-12-31' };
    const one = aPractitioner({ commitments: [next, own] });
    const longer = (until: string) => extendMatch({ match: started, practitioner: one }, until);
    expect(longer('2027-08-19').ok).toBe(true);
    expect(longer('2027-08-20')).toEqual({ ok: false, refusal: 'place-taken' });
    const held = { offerId: 'o', from: '2027-08-01', to: '2027-08-02', holdsPlace: true };
    const promised = aPractitioner({ commitments: [own], pendingOffers: [held] });
    expect(extendMatch({ match: started, practitioner: promised }, '2027-08-01')).toEqual({
      ok: false,
      refusal: 'place-taken',
    });
    // Two seats of one learner take one place, so the commitment for the learner's other seat does not prevent the
    // extension.
    const same = aPractitioner({
      commitments: [own, { ...own, matchId: 'm2', seatId: 'b', to: '2027-12-31' }],
    });
    expect(extendMatch({ match: started, practitioner: same }, '2027-09-30').ok).toBe(true);
  });
});

test('feedback is kept for the side that gave it', () => {
  const over = aMatch({ state: 'ended-early' });
  const said = { rating: 3, wouldAgain: false, comment: 'x' };
  const given = matchWithFeedback(over, 'requester', said, NOW);
  expect(given).toEqual({ ...over, learnerFeedback: { ...said, at: NOW } });
  expect(feedbackOf(given, 'requester')).toEqual({ ...said, at: NOW });
  expect(feedbackOf(given, 'practitioner')).toBeUndefined();
  expect(feedbackOf(aMatch({ state: 'undone' }), 'requester')).toBeUndefined();
});

describe('a request that closes', () => {
  const offered = aSeat({ id: 'b', state: 'offered', offerId: 'offer2', practitionerId: 'dpp2' });
  const pending = { offerId: 'offer2', from, to, holdsPlace: false };
  const request = aRequest({ seats: [filled, offered] });
  const bystander = aPractitioner({ id: 'dpp3' });
  const second = aPractitioner({ id: 'dpp2', pendingOffers: [pending] });
  const ties = {
    offers: [
      anOffer({ id: 'offer2', seatId: 'b', practitionerId: 'dpp2' }),
      anOffer({ id: 'offer9', seatId: 'b', practitionerId: 'gone' }),
    ],
    matches: [aMatch()],
    practitioners: [practitioner, second, bystander],
  };

  test('because it was withdrawn releases every practitioner it is tied to, and nobody else', () => {
    const closed = withdrawnRequest(request, ties, 'withdrawn', NOW);
    expect(closed).toMatchObject({
      request: { state: 'withdrawn', updatedAt: NOW, seats: [filled, { state: 'vacant' }] },
      offers: [{ id: 'offer2', state: 'withdrawn', decidedAt: NOW }],
      matches: [{ id: matchId, state: 'ended-early', endedAt: NOW, endReason: 'withdrawn' }],
      practitioners: [
        { id: 'dpp1', commitments: [elses] },
        { id: 'dpp2', pendingOffers: [] },
      ],
    });
    expect([closed.offers, closed.matches, closed.practitioners].map((all) => all.length)).toEqual([1, 1, 2]);
  });

  test('because it lapsed does so on the day after its last day and keeps its matches', () => {
    expect(lapsedRequest(request, ties, '2027-01-05', NOW)).toMatchObject({
      ok: true,
      value: {
        request: { state: 'lapsed', updatedAt: NOW },
        offers: [{ id: 'offer2', state: 'withdrawn' }],
        matches: [],
        practitioners: [{ id: 'dpp2', pendingOffers: [] }],
      },
    });
    expect(lapsedRequest(request, ties, '2027-01-04', NOW)).toEqual({ ok: false, refusal: 'not-due' });
  });
});

test('a back-up is remembered for a practitioner who left, not for one who declined', () => {
  const declined = { practitionerId: 'dpp1', outcome: 'declined' as const, at: NOW };
  expect(rememberBackUp(aRequest({ seats: [aSeat({ tried: [declined] })] }), 'dpp1', 'dpp9')).toBeUndefined();
});
