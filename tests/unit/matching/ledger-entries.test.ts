import { expect, test } from 'vitest';
import { decideOffer } from '../../../functions/matching/offers/decide-offer.ts';
import { endMatch } from '../../../functions/matching/matches/end-match.ts';
import { releasePractitioner } from '../../../functions/matching/matches/release-practitioner.ts';
import { judgeContextOf } from '../../../functions/store/judge-context.ts';
import { withdrawRequest } from '../../../functions/matching/matches/withdraw-request.ts';
import { ledgerRepository } from '../../../functions/store/repositories/ledger-repository.ts';
import { balanceKey } from '../../../shared/matching/query/seat-query.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { anOffer, aPractitioner, aRequest, aSeat, NOW, TODAY } from '../../support/builders.ts';
import { scene } from '../../support/matching-scene.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const accept = { decision: 'accept', backUp: {}, conflicts: [] } as const;
const surgery = 'harbour-surgery';
const pharmacy = 'medway-pharmacy';

const offered = async () => {
  const s = await scene({
    requests: [
      aRequest({
        namedDppHours: 0,
        seats: [aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1' })],
      }),
    ],
    practitioners: [
      aPractitioner({
        pendingOffers: [{ offerId: 'offer1', from: '2027-02-01', to: '2027-07-31', holdsPlace: false }],
      }),
    ],
    offers: [anOffer()],
  });
  const ledger = ledgerRepository(s.deps.table);
  const hours = async (organisationId: string) =>
    (await ledger.of(organisationId)).map(({ side, hours: each }) => `${side} ${each}`);
  const decide = decideOffer(s.deps);
  return {
    ...s,
    ledger,
    hours,
    decide: (answer: Parameters<typeof decide>[1]) => decide('offer1', answer, NOW),
  };
};

const matchIdOf = (outcome: Awaited<ReturnType<Awaited<ReturnType<typeof offered>>['decide']>>): string => {
  if (!outcome.ok || outcome.value.offer.state !== 'accepted') throw new Error('not accepted');
  return outcome.value.offer.matchId;
};

test('an acceptance writes into both organisations’ books; accepting twice is once', async () => {
  const s = await offered();
  await s.decide(accept);
  await s.decide(accept);
  expect(await s.hours(surgery)).toEqual(['hosted-for 90']);
  expect(await s.hours(pharmacy)).toEqual(['placed-with 90']);
});

test('an undone acceptance is taken back by further lines, and agreed again by others', async () => {
  const s = await offered();
  await s.decide(accept);
  await s.decide({ decision: 'undo' });
  expect(await s.hours(surgery)).toEqual(['hosted-for 90', 'hosted-for -90']);
  await s.decide(accept);
  expect((await s.hours(surgery)).toSorted()).toEqual(['hosted-for -90', 'hosted-for 90', 'hosted-for 90']);
});

test('the hours that an early end, a DPP who leaves or a withdrawn request leave ungiven are taken back', async () => {
  const later = '2027-05-03T09:00:00.000Z';
  const ends = [
    async (s: Awaited<ReturnType<typeof offered>>, matchId: string) => {
      await endMatch(s.deps)(matchId, { outcome: 'ended-early', reason: 'other' }, 'requester', later);
    },
    async (s: Awaited<ReturnType<typeof offered>>) => {
      await releasePractitioner(s.deps)('dpp1', 'dpp-left', later);
    },
    async (s: Awaited<ReturnType<typeof offered>>) => {
      await withdrawRequest(s.deps)('req1', 'withdrawn', later);
    },
  ];
  for (const end of ends) {
    const s = await offered();
    const outcome = await s.decide(accept);
    await end(s, matchIdOf(outcome));
    expect(await s.hours(surgery)).toEqual(['hosted-for 90', 'hosted-for -45']);
    expect(await s.hours(pharmacy)).toEqual(['placed-with 90', 'placed-with -45']);
  }
});

test('a completed match, and what is said about it, leave the books as they are', async () => {
  const s = await offered();
  const outcome = await s.decide(accept);
  const matchId = matchIdOf(outcome);
  await endMatch(s.deps)(matchId, { outcome: 'completed' }, 'practitioner', '2027-08-02T09:00:00.000Z');
  expect(await s.hours(surgery)).toEqual(['hosted-for 90']);
});

test('a run remembers by one query, and reads each exchange once', async () => {
  const s = await offered();
  await s.decide(accept);
  expect(await s.ledger.since(TODAY)).toHaveLength(1);
  Object.assign(s.calls, { get: 0, query: 0, commit: 0 });
  const { balances } = await judgeContextOf({
    system: kentAndMedway,
    ledger: s.ledger,
    clock: { now: () => NOW },
    policy,
  })();
  expect(balances).toEqual({ [balanceKey(surgery, pharmacy)]: 1, [balanceKey(pharmacy, surgery)]: -1 });
  expect(s.calls).toEqual({ get: 0, query: 1, commit: 0 });
});
