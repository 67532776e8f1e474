import { describe, expect, test } from 'vitest';
import { releaseTies } from '../../../shared/offers/release-ties.ts';
import { completeMatch, endMatchEarly } from '../../../shared/matches/match-moves.ts';
import { extendMatch, matchWithFeedback } from '../../../shared/matches/match-feedback.ts';
import { lapsedRequest, withdrawnRequest } from '../../../shared/offers/close-request.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';

const { id: matchId, requestId, seatId, from, to } = aMatch();
const commitment = { matchId, requestId, seatId, from, to, university: 'medway' };
const filled = aSeat({ state: 'filled', offerId: 'offer1', practitionerId: 'dpp1', matchId });
const matched = () => ({
  request: aRequest({ state: 'matched', seats: [filled] }),
  practitioner: aPractitioner({ commitments: [commitment] }),
  match: aMatch({ state: 'started' }),
});
const value = <Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value => {
  if (!result.ok) throw new Error(String(result.refusal));
  return result.value;
};

describe('the end of a match', () => {
  test('completion frees the place; the request is completed with its last match only', () => {
    const nouns = matched();
    expect(completeMatch(nouns, [], NOW)).toMatchObject({
      request: { state: 'completed' },
      practitioner: { commitments: [] },
      match: { state: 'completed', endedAt: NOW },
    });
    const other = aMatch({ id: 'match2', state: 'started' });
    expect(completeMatch(nouns, [other], NOW).request.state).toBe('matched');
    const over = aMatch({ id: 'match2', state: 'completed' });
    expect(completeMatch(nouns, [over], NOW).request.state).toBe('completed');
  });

  test('an early end opens the request at the front and does not ask the same person again', () => {
    const ended = endMatchEarly(matched(), 'not-working', NOW);
    expect(ended).toMatchObject({ reopened: true, request: { state: 'open', reopenedAt: NOW } });
    expect(ended.request.seats[0]).toEqual(
      aSeat({ tried: [{ practitionerId: 'dpp1', outcome: 'left', at: NOW }] }),
    );
  });

  test('an early end in a closed request frees the place and reopens nothing', () => {
    const nouns = { ...matched(), request: aRequest({ state: 'lapsed', seats: [filled] }) };
    const ended = endMatchEarly(nouns, 'employer', NOW);
    expect(ended).toMatchObject({
      reopened: false,
      request: { state: 'lapsed' },
      practitioner: { commitments: [] },
    });
  });

  test('more time moves the last day of match and place together, never backwards', () => {
    expect(value(extendMatch(matched(), '2027-09-30'))).toMatchObject({
      match: { to: '2027-09-30' },
      practitioner: { commitments: [{ to: '2027-09-30' }] },
    });
    expect(extendMatch(matched(), to)).toEqual({ ok: false, refusal: 'not-later' });
  });

  test('the first feedback of a side is kept', () => {
    const said = { rating: 5, wouldAgain: true };
    const once = matchWithFeedback(aMatch({ state: 'completed' }), 'practitioner', said, NOW);
    expect(once.practitionerFeedback).toEqual({ ...said, at: NOW });
    expect(matchWithFeedback(once, 'practitioner', { rating: 1, wouldAgain: false }, NOW)).toBe(once);
  });
});

describe('closing', () => {
  const offered = aSeat({ id: 'b', state: 'offered', offerId: 'offer2', practitionerId: 'dpp2' });
  const pending = { offerId: 'offer2', from, to, holdsPlace: false };
  const ties = {
    offers: [anOffer({ id: 'offer2', seatId: 'b', practitionerId: 'dpp2' })],
    matches: [aMatch()],
    practitioners: [
      aPractitioner({ commitments: [commitment] }),
      aPractitioner({ id: 'dpp2', pendingOffers: [pending] }),
    ],
  };
  const halfFilled = aRequest({ seats: [filled, offered] });

  test('a withdrawn request ends its matches, withdraws its offers and frees every place', () => {
    const closed = withdrawnRequest(halfFilled, ties, 'withdrawn', NOW);
    expect(closed.request.state).toBe('withdrawn');
    expect(closed.matches).toMatchObject([{ state: 'ended-early', endReason: 'withdrawn' }]);
    expect(closed.offers).toMatchObject([{ id: 'offer2', state: 'withdrawn' }]);
    expect(closed.practitioners).toMatchObject([{ commitments: [] }, { pendingOffers: [] }]);
  });

  test('a request lapses the day after its last day, and keeps the matches of its other seats', () => {
    expect(lapsedRequest(halfFilled, ties, '2027-01-04', NOW)).toEqual({ ok: false, refusal: 'not-due' });
    const closed = value(lapsedRequest(halfFilled, ties, '2027-01-05', NOW));
    expect(closed).toMatchObject({ request: { state: 'lapsed' }, matches: [] });
    expect(closed.practitioners.map(({ id }) => id)).toEqual(['dpp2']);
  });

  test('a practitioner who leaves two seats of one request leaves both', () => {
    const second = aSeat({
      id: 'b',
      state: 'filled',
      offerId: 'o2',
      practitionerId: 'dpp1',
      matchId: 'match2',
    });
    const released = releaseTies(
      aPractitioner({ commitments: [commitment, { ...commitment, matchId: 'match2', seatId: 'b' }] }),
      {
        offers: [],
        matches: [aMatch(), aMatch({ id: 'match2', seatId: 'b' })],
        requests: [aRequest({ state: 'matched', seats: [filled, second] })],
      },
      'dpp-left',
      NOW,
    );
    expect(released.requests).toHaveLength(1);
    expect(released.requests[0]?.seats.map(({ state }) => state)).toEqual(['vacant', 'vacant']);
    expect(released.reopened).toHaveLength(2);
    expect(released.practitioner.commitments).toEqual([]);
  });
});
