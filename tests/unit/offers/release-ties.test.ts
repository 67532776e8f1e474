import { describe, expect, test } from 'vitest';
import { releaseTies } from '../../../shared/offers/release-ties.ts';
import type { Ties } from '../../../shared/offers/take-back.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';

const period = { from: '2027-02-01', to: '2027-07-31' };
const commitment = { matchId: 'match1', requestId: 'req1', seatId: 'seat1', ...period, university: 'medway' };
const person = aPractitioner({
  commitments: [commitment],
  pendingOffers: [{ offerId: 'offer2', ...period, holdsPlace: false }],
});
const matched = aRequest({
  state: 'matched',
  seats: [aSeat({ state: 'filled', offerId: 'offer1', practitionerId: 'dpp1', matchId: 'match1' })],
});
const asking = aRequest({
  id: 'req2',
  seats: [aSeat({ state: 'offered', offerId: 'offer2', practitionerId: 'dpp1' })],
});
const offer = anOffer({ id: 'offer2', requestId: 'req2' });

const released = (ties: Partial<Ties> = {}) =>
  releaseTies(
    person,
    { offers: [offer], matches: [aMatch()], requests: [matched, asking], ...ties },
    'dpp-left',
    NOW,
  );

describe('a practitioner who leaves', () => {
  test('has their offers withdrawn, their matches ended, and no ties left', () => {
    const left = released();
    expect(left.offers).toMatchObject([{ id: 'offer2', state: 'withdrawn', decidedAt: NOW }]);
    expect(left.matches).toMatchObject([
      { id: 'match1', state: 'ended-early', endReason: 'dpp-left', endedAt: NOW },
    ]);
    expect(left.reopened).toEqual([aMatch()]);
    expect(left.requests).toMatchObject([
      {
        id: 'req1',
        state: 'open',
        reopenedAt: NOW,
        seats: [{ state: 'vacant', tried: [{ practitionerId: 'dpp1', outcome: 'left', at: NOW }] }],
      },
      { id: 'req2', state: 'open', seats: [{ state: 'vacant', tried: [] }] },
    ]);
    expect(left.practitioner).toEqual({ ...person, commitments: [], pendingOffers: [] });
  });

  test('leaves unrelated requests unchanged', () => {
    expect(released({ offers: [], matches: [] }).requests).toEqual([]);
    expect(released({ offers: [] }).requests.map(({ id }) => id)).toEqual(['req1']);
    expect(released({ matches: [] }).requests.map(({ id }) => id)).toEqual(['req2']);
  });

  test('has no ties left, even where a request no longer exists', () => {
    const left = released({ requests: [] });
    expect(left).toMatchObject({ offers: [], matches: [], requests: [], reopened: [] });
    expect(left.practitioner).toMatchObject({ commitments: [], pendingOffers: [] });
  });

  test('ends a match of a request that is closed without seeking its seat again', () => {
    const closed = aRequest({ ...matched, state: 'lapsed' });
    const left = released({ offers: [], requests: [closed] });
    expect(left.matches).toMatchObject([{ id: 'match1', state: 'ended-early' }]);
    expect(left.reopened).toEqual([]);
    expect(left.requests).toEqual([]);
  });
});
