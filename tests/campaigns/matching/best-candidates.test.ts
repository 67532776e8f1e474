import { expect, test } from 'vitest';
import { bestCandidates } from '../../../shared/matching/best-candidates.ts';
import { indexedPool } from '../../../shared/matching/index/indexed-pool.ts';
import { seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { rank } from '../../../shared/matching/rank.ts';
import { clinicalAreaIds } from '../../../shared/reference/clinical-areas.ts';
import { cases } from '../../support/campaign.ts';
import { chanceFrom } from '../../support/allocation/seeded.ts';
import { aPractitioner, aRequest, TODAY } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const { outcodes } = kentAndMedway.geography;

test('the best few of hundreds who fit are the first few of the whole ranking', () => {
  const { pick, between } = chanceFrom(7);
  const site = () => {
    const { outcode, town, place } = pick(outcodes);
    return { outcode, town, place };
  };
  const people = Array.from({ length: 300 }, (_, n) =>
    aPractitioner({
      id: `d${String(n)}`,
      email: `d${String(n)}@dpp.example`,
      registrationNumber: String(n),
      sites: between(0, 5) === 0 ? [site(), site()] : [site()],
      leadArea: pick(clinicalAreaIds),
      areas: [pick(clinicalAreaIds), 'cardiovascular'],
    }),
  );
  const pool = indexedPool(people);
  for (let round = 0; round < cases(30, 5); round += 1) {
    const request = aRequest({ site: site(), leadArea: pick(clinicalAreaIds), maxMinutes: 120 });
    const prices = { d1: 40, d2: between(0, 60) };
    const context = { ...noContext, prices, seed: String(round) };
    const { candidates } = rank(request, request.seats[0]!, people, policy, TODAY, context);
    expect(candidates.length).toBeGreaterThan(100);
    for (const most of [1, 3, 10, 150]) {
      const query = seatQueryOf(request, request.seats[0]!, policy, TODAY, context);
      const best = bestCandidates(query, pool, most);
      expect(best).toEqual({ eligible: candidates.length, candidates: candidates.slice(0, most) });
    }
  }
});
