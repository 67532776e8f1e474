import { beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../infra/local/seed/make-world.ts';
import { isInWindow } from '../../../shared/rounds/round-moves.ts';
import { computeRoundPlan, signOffRoles, stageContext } from '../../../shared/rounds/compute-round-plan.ts';
import { roundInstance } from '../../../shared/rounds/round-instance.ts';
import { roundPolicy } from '../../../shared/rounds/round-policy.ts';
import { snapshotOf } from '../../../shared/rounds/snapshot.ts';
import { whyNot } from '../../../shared/rounds/why-not.ts';
import { cases } from '../../support/campaign.ts';
import { createOracle } from '../../support/allocation/highs-oracle.ts';
import { mostPlaced } from '../../support/allocation/max-flow.ts';
import { chanceFrom } from '../../support/allocation/seeded.ts';
import { NOW, TODAY } from '../../support/builders.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const SEED = 'explained';
const world = makeWorld(NOW);
const cohort = [...world.requests.values()].filter(
  (request) => request.state === 'open' && isInWindow(world.rounds[0]!, request),
);
// Copies every learner, so that there are too few places.
const twins = cohort.map((request) => ({
  ...request,
  id: `${request.id}-twin`,
  seats: request.seats.map((seat) => ({ ...seat, id: `${seat.id}-twin` })),
}));
const snapshot = snapshotOf({
  day: TODAY,
  requests: [...cohort, ...twins],
  practitioners: [...world.practitioners.values()].filter(({ state }) => state === 'listed'),
  kept: [],
  balances: {},
  carriedOver: [],
});
const planned = computeRoundPlan(kentAndMedway, snapshot, roundPolicy, SEED);
if (!planned.ok) throw new Error(planned.refusal.problem);
const plan = planned.value;
const { instance, pairs } = roundInstance(
  snapshot.requests,
  snapshot.practitioners,
  roundPolicy,
  TODAY,
  stageContext(kentAndMedway, snapshot, SEED, signOffRoles),
);
const [signOff] = plan.stages;
const placed = new Set(
  plan.assignments.filter(({ role }) => signOffRoles.includes(role)).map(({ requestId }) => requestId),
);
let oracle: Awaited<ReturnType<typeof createOracle>>;

beforeAll(async () => {
  oracle = await createOracle();
});

describe('a round of 60 learners with too few places', { timeout: 120_000 }, () => {
  it('gives each learner without a place their competitors, or the change that would open a practitioner', () => {
    const left = plan.unplaced.filter(({ role }) => signOffRoles.includes(role));
    expect(snapshot.requests).toHaveLength(60);
    expect(left.length).toBeGreaterThan(10);
    for (const { requestId, reason, competitors, smallestChange } of left)
      if (reason === 'outcompeted') {
        expect(mostPlaced(instance, [...competitors, requestId])).toBe(competitors.length);
        for (const spared of competitors)
          expect(mostPlaced(instance, [...competitors.filter((id) => id !== spared), requestId])).toBe(
            competitors.length,
          );
      } else {
        expect(pairs.get(requestId)?.size).toBe(0);
        expect(smallestChange?.requirements.length).toBeGreaterThan(0);
        expect(smallestChange?.examples.length).toBeGreaterThan(0);
      }
  });

  it('explains why a pair was not chosen, with the cost that HiGHS finds when the pair is forced', () => {
    const given = new Map(plan.assignments.map((one) => [one.requestId, one.practitionerId]));
    const others = [...pairs].flatMap(([learner, own]) =>
      [...own].filter(([id]) => given.get(learner) !== id).map(([id, { leaf }]) => ({ learner, id, leaf })),
    );
    const chosen = chanceFrom(100).shuffled(others).slice(0, cases(100));
    expect(chosen).toHaveLength(cases(100));
    for (const { learner, id, leaf } of chosen) {
      const told = whyNot(kentAndMedway, snapshot, roundPolicy, SEED, learner, id);
      const theirs = oracle({ ...instance, pinned: [{ learner, practitioner: leaf }] });
      expect(told.ok && told.value.forced).toMatchObject({
        placed: theirs.placed.length - placed.size,
        totalCost: theirs.totalCost - signOff!.objective.totalCost,
        displaced: [...placed].filter((one) => !theirs.placed.includes(one)).toSorted(),
      });
    }
  });
});
