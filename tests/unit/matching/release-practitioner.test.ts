import { expect, test } from 'vitest';
import { releasePractitioner } from '../../../functions/matching/matches/release-practitioner.ts';
import { matchSeats } from '../../../functions/matching/seats/match-seats.ts';
import { withdrawRequest } from '../../../functions/matching/matches/withdraw-request.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat } from '../../support/builders.ts';
import { scene } from '../../support/matching-scene.ts';

/** A DPP with one learner and a pending offer for another learner, and a second DPP as back-up. */
const busy = () => {
  const { id: matchId, requestId, seatId, from, to } = aMatch();
  return scene({
    requests: [
      aRequest({
        state: 'matched',
        seats: [aSeat({ state: 'filled', offerId: 'offer0', practitionerId: 'dpp1', matchId })],
      }),
      aRequest({
        id: 'req2',
        email: 'second@learner.example',
        seats: [aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1' })],
      }),
    ],
    practitioners: [
      aPractitioner({
        placesOffered: 2,
        backUpEmail: 'backup@dpp.example',
        commitments: [{ matchId, requestId, seatId, from, to, university: 'medway' }],
        pendingOffers: [{ offerId: 'offer1', from, to, holdsPlace: false }],
      }),
      aPractitioner({ id: 'near', email: 'near@dpp.example' }),
      aPractitioner({ id: 'backup', email: 'backup@dpp.example', setting: 'care-home' }),
    ],
    offers: [anOffer({ id: 'offer0', state: 'accepted', matchId }), anOffer({ requestId: 'req2' })],
    matches: [aMatch()],
  });
};

test('a practitioner who leaves frees everything: matches end, requests reopen, the back-up is asked first', async () => {
  const s = await busy();
  const left = await releasePractitioner(s.deps)('dpp1', 'dpp-left', s.now());
  expect(left).toMatchObject({ ok: true, value: { state: 'withdrawn', commitments: [], pendingOffers: [] } });
  expect(await s.match()).toMatchObject({ state: 'ended-early', endReason: 'dpp-left' });
  expect(await s.offer()).toMatchObject({ state: 'withdrawn' });
  expect(await s.request()).toMatchObject({ state: 'open', reopenedAt: s.now() });
  expect((await s.request()).seats[0]).toMatchObject({
    state: 'vacant',
    tried: [{ practitionerId: 'dpp1', outcome: 'left' }],
  });
  expect((await s.request('req2')).seats[0]).toMatchObject({ state: 'vacant', tried: [] });
  expect(s.emailNames()).toEqual(['requester-offer-taken-back', 'requester-seat-reopened']);
  await matchSeats(s.deps)();
  expect((await s.request()).seats[0]).toMatchObject({ state: 'offered', practitionerId: 'backup' });
  expect((await s.request('req2')).seats[0]).toMatchObject({ state: 'offered', practitionerId: 'near' });
});

test('leaving twice changes nothing the second time', async () => {
  const s = await busy();
  await releasePractitioner(s.deps)('dpp1', 'dpp-left', s.now());
  const rows = JSON.stringify(s.table.rows());
  expect((await releasePractitioner(s.deps)('dpp1', 'dpp-left', s.now())).ok).toBe(true);
  expect(JSON.stringify(s.table.rows())).toBe(rows);
  expect(await releasePractitioner(s.deps)('nobody', 'dpp-left', s.now())).toEqual({
    ok: false,
    refusal: 'practitioner-unknown',
  });
});

test('a withdrawn request ends its match, frees the place and tells the practitioner', async () => {
  const s = await busy();
  expect((await withdrawRequest(s.deps)('req1', 'withdrawn', s.now())).ok).toBe(true);
  expect(await s.match()).toMatchObject({ state: 'ended-early', endReason: 'withdrawn' });
  expect((await s.practitioner()).commitments).toEqual([]);
  expect((await s.practitioner()).pendingOffers).toHaveLength(1);
  expect(s.emailNames()).toEqual(['practitioner-match-ended', 'requester-request-withdrawn']);
  const rows = JSON.stringify(s.table.rows());
  await withdrawRequest(s.deps)('req1', 'withdrawn', s.now());
  expect(JSON.stringify(s.table.rows())).toBe(rows);
});

test('a withdrawn request takes its pending offer back', async () => {
  const s = await busy();
  await withdrawRequest(s.deps)('req2', 'withdrawn', s.now());
  expect((await s.offer()).state).toBe('withdrawn');
  expect((await s.practitioner()).pendingOffers).toEqual([]);
  expect((await s.practitioner()).commitments).toHaveLength(1);
  expect(s.emailNames()).toEqual(['practitioner-offer-withdrawn', 'requester-request-withdrawn']);
});
