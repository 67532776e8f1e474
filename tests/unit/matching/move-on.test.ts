import { expect, test } from 'vitest';
import { lapseOffers } from '../../../functions/matching/offers/lapse-offers.ts';
import { lapseRequests } from '../../../functions/matching/matches/lapse-requests.ts';
import { matchSeats } from '../../../functions/matching/seats/match-seats.ts';
import { moveOn } from '../../../functions/matching/move-on.ts';
import { takeBackOffers } from '../../../functions/matching/offers/take-back-offers.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat } from '../../support/builders.ts';
import { scene } from '../../support/matching-scene.ts';

const pending = { offerId: 'offer1', from: '2027-02-01', to: '2027-07-31', holdsPlace: false };
const offered = aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1' });

const waiting = async (
  changes: {
    request?: Parameters<typeof aRequest>[0];
    practitioner?: Parameters<typeof aPractitioner>[0];
  } = {},
) => {
  const s = await scene({
    requests: [aRequest({ seats: [offered], ...changes.request })],
    practitioners: [
      aPractitioner({ pendingOffers: [pending], ...changes.practitioner }),
      aPractitioner({ id: 'dpp2', email: 'second@dpp.example' }),
    ],
    offers: [anOffer()],
  });
  const run = moveOn({
    lapseRequests: lapseRequests(s.deps),
    lapseOffers: lapseOffers(s.deps),
    takeBackOffers: takeBackOffers(s.deps),
  });
  return { ...s, run };
};

test('an unanswered offer lapses at its end, both sides are told, and the next practitioner is asked', async () => {
  const s = await waiting();
  s.at('2026-11-27T09:14:59.999Z');
  await expect(s.run()).resolves.toMatchObject({ offersLapsed: 0 });
  s.at('2026-11-27T09:15:00.000Z');
  await expect(s.run()).resolves.toMatchObject({ offersLapsed: 1 });
  expect((await s.offer()).state).toBe('lapsed');
  expect((await s.practitioner()).pendingOffers).toEqual([]);
  expect(s.emailNames()).toEqual(['practitioner-offer-lapsed', 'requester-offer-declined']);
  await matchSeats(s.deps)(['req1']);
  expect((await s.request()).seats[0]).toMatchObject({ state: 'offered', practitionerId: 'dpp2' });
});

test('two runs, one after the other or at once, have one effect', async () => {
  const s = await waiting();
  s.at('2026-11-30T09:00:00.000Z');
  await Promise.all([s.run(), s.run()]);
  await s.run();
  expect(s.emailNames()).toEqual(['practitioner-offer-lapsed', 'requester-offer-declined']);
  expect((await s.request()).seats[0]?.tried).toHaveLength(1);
});

test('the day after the sign-off day the request lapses, its offer is withdrawn, requester and team are told', async () => {
  const s = await waiting({ request: { signOffNeededBy: '2026-11-24' } });
  s.at('2026-11-24T23:59:59.000Z');
  await expect(s.run()).resolves.toMatchObject({ requestsLapsed: 0 });
  s.at('2026-11-25T00:00:00.000Z');
  await expect(s.run()).resolves.toEqual({ requestsLapsed: 1, offersLapsed: 0, offersWithdrawn: 0 });
  await s.run();
  expect((await s.request()).state).toBe('lapsed');
  expect((await s.request()).seats[0]?.state).toBe('vacant');
  expect((await s.offer()).state).toBe('withdrawn');
  expect((await s.practitioner()).pendingOffers).toEqual([]);
  expect(s.emailNames()).toEqual([
    'practitioner-offer-withdrawn',
    'requester-deadline-passed',
    'team-deadline-passed',
  ]);
});

test('a request that was reopened after its sign-off day is sought for until the course ends', async () => {
  const s = await waiting({
    request: { signOffNeededBy: '2026-11-10', reopenedAt: '2026-11-20T09:00:00.000Z' },
  });
  await expect(s.run()).resolves.toMatchObject({ requestsLapsed: 0 });
  s.at('2027-08-01T09:00:00.000Z');
  await expect(s.run()).resolves.toMatchObject({ requestsLapsed: 1 });
});

test('an offer without a place is withdrawn and its seat is sought again', async () => {
  const match = aMatch({ requestId: 'other' });
  const { id: matchId, requestId, seatId, from, to } = match;
  const commitments = [{ matchId, requestId, seatId, from, to, university: 'medway' }];
  const s = await waiting({ practitioner: { commitments } });
  await expect(s.run()).resolves.toEqual({ requestsLapsed: 0, offersLapsed: 0, offersWithdrawn: 1 });
  await s.run();
  expect((await s.offer()).state).toBe('withdrawn');
  expect((await s.request()).seats[0]).toMatchObject({ state: 'vacant', tried: [] });
  expect(s.emailNames()).toEqual(['practitioner-offer-withdrawn', 'requester-offer-taken-back']);
});

test('an offer that 0.1.0 left with somebody who paused is taken back', async () => {
  const s = await waiting({ practitioner: { state: 'paused' } });
  await expect(s.run()).resolves.toMatchObject({ offersWithdrawn: 1 });
  expect((await s.offer()).state).toBe('withdrawn');
  expect((await s.practitioner()).pendingOffers).toEqual([]);
  expect(s.emailNames()).toEqual(['practitioner-offer-withdrawn', 'requester-offer-taken-back']);
});

test('the offer of a practitioner whose listing has become stale is taken back, and the next is asked', async () => {
  const s = await waiting({ practitioner: { state: 'stale' } });
  await expect(s.run()).resolves.toMatchObject({ offersWithdrawn: 1 });
  expect((await s.practitioner()).pendingOffers).toEqual([]);
  expect(s.emailNames()).toEqual(['practitioner-offer-withdrawn', 'requester-offer-taken-back']);
  await matchSeats(s.deps)(['req1']);
  expect((await s.request()).seats[0]).toMatchObject({ state: 'offered', practitionerId: 'dpp2' });
});
