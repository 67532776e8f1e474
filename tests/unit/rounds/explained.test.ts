import * as z from 'zod';
import { beforeAll, describe, expect, test } from 'vitest';
import { planDocuments } from '../../../functions/programme/rounds/plan-documents.ts';
import type { Instance } from '../../../shared/matching/allocation/instance.ts';
import { roundInstance, type StageInstance } from '../../../shared/matching/round/round-instance.ts';
import { signOffRoles, stageContext } from '../../../shared/matching/round/plan-round.ts';
import type { RoundPlan } from '../../../shared/matching/round/round-plan.ts';
import { competitorsByForce } from '../../support/allocation/brute-force.ts';
import { createOracle } from '../../support/allocation/highs-oracle.ts';
import { mostPlaced } from '../../support/allocation/max-flow.ts';
import { chanceFrom } from '../../support/allocation/seeded.ts';
import { outcodes } from '../../../shared/reference/outcodes.ts';
import { dpp, hall, learner } from './hall.ts';

const { pick, shuffled, between } = chanceFrom(4);
const site = () => {
  const { outcode, town, place } = pick(outcodes.slice(0, 24));
  return { outcode, town, place };
};
const requests = Array.from({ length: 60 }, (_, n) =>
  learner(`r${String(n)}`, {
    site: site(),
    maxMiles: n % 3 === 0 ? between(2, 5) : between(6, 14),
    organisation: { id: `home-${String(between(1, 8))}`, name: 'Home' },
  }),
);
const practitioners = Array.from({ length: 22 }, (_, n) =>
  dpp(`d${String(n)}`, {
    sites: [site()],
    placesOffered: between(1, 2),
    organisation: { id: `host-${String(between(1, 6))}`, name: 'Host' },
  }),
);

const whyNotSchema = z.object({
  eligible: z.boolean(),
  of: z.number(),
  forced: z.object({
    placed: z.number(),
    worstBand: z.number(),
    totalCost: z.number(),
    displaced: z.array(z.string()),
    gained: z.array(z.string()),
  }),
});

let service: Awaited<ReturnType<typeof hall>>;
let id: string;
let plan: RoundPlan;
let stage: StageInstance;
let instance: Instance;
let oracle: Awaited<ReturnType<typeof createOracle>>;

/** The stored round: what was planned, and what it was planned from, as the service kept them. */
beforeAll(async () => {
  oracle = await createOracle();
  service = await hall(requests, practitioners);
  id = await service.gather();
  await service.plan(id);
  const round = (await service.rounds.find(id))!;
  const documents = planDocuments(service.deps.table);
  const { snapshot, policy } = await documents.input(round, round.plan!);
  plan = await documents.result(round, round.plan!);
  const context = stageContext(snapshot, round.seed, signOffRoles);
  stage = roundInstance(snapshot.requests, snapshot.practitioners, policy, snapshot.day, context);
  instance = stage.instance;
}, 60_000);

describe('a stored round of 60 learners with too few places', { timeout: 60_000 }, () => {
  test('names for every learner without one the set that competes for the same places', () => {
    const outcompeted = plan.unplaced.filter(({ reason }) => reason === 'outcompeted');
    expect(outcompeted.length).toBeGreaterThan(5);
    let small = 0;
    for (const { requestId, competitors } of outcompeted) {
      expect(mostPlaced(instance, [...competitors, requestId])).toBe(competitors.length);
      for (const spared of competitors) {
        const others = competitors.filter((one) => one !== spared);
        expect(mostPlaced(instance, [...others, requestId])).toBe(competitors.length);
      }
      if (competitors.length > 8) continue;
      expect(competitorsByForce(instance, requestId, competitors)).toEqual(competitors.toSorted());
      small += 1;
    }
    expect(small).toBeGreaterThan(0);
  });

  test('says nobody fits where no pair is eligible, and only there', () => {
    for (const { requestId, reason } of plan.unplaced)
      expect(reason === 'no-eligible-practitioner').toBe(
        !instance.pairs.some((pair) => pair.learner === requestId),
      );
  });

  test('answers for 100 chosen pairs with the cost that a general solver finds with the pair forced', async () => {
    const assigned = new Map(plan.assignments.map((one) => [one.requestId, one.practitionerId]));
    const before = oracle(instance);
    const chosen = shuffled(
      [...stage.pairs].flatMap(([requestId, own]) =>
        [...own].map(([practitionerId, { leaf }]) => ({ requestId, practitionerId, leaf })),
      ),
    ).filter(({ requestId, practitionerId }) => assigned.get(requestId) !== practitionerId);
    let dearer = 0;
    let atStake = 0;
    for (const { requestId, practitionerId, leaf } of chosen.slice(0, 100)) {
      const { eligible, forced, of } = whyNotSchema.parse(
        await service.command({
          command: 'round-why-not',
          id,
          learner: requestId,
          practitioner: practitionerId,
        }),
      );
      const pinned = [...instance.pinned, { learner: requestId, practitioner: leaf }];
      const theirs = oracle({ ...instance, pinned });
      expect([eligible, of]).toEqual([true, stage.pairs.get(requestId)!.size]);
      expect(forced).toEqual({
        placed: theirs.placed.length - before.placed.length,
        worstBand: theirs.worstBand - before.worstBand,
        totalCost: theirs.totalCost - before.totalCost,
        displaced: before.placed.filter((one) => !theirs.placed.includes(one)).toSorted(),
        gained: theirs.placed.filter((one) => !before.placed.includes(one)).toSorted(),
      });
      if (theirs.totalCost > before.totalCost) dearer += 1;
      if (forced.displaced.length > 0) atStake += 1;
    }
    expect(chosen.length).toBeGreaterThanOrEqual(100);
    expect(dearer).toBeGreaterThan(5);
    expect(atStake).toBeGreaterThan(5);
  });
});
