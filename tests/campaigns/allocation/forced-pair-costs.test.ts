import { beforeAll, describe, expect, test } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate.ts';
import type { Allocation } from '../../../shared/allocation/allocation.ts';
import { explainPair } from '../../../shared/allocation/explain-pair.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { cases } from '../../support/campaign.ts';
import { createOracle } from '../../support/allocation/highs-oracle.ts';
import { intake } from '../../support/allocation/intake.ts';
import { chanceFrom } from '../../support/allocation/seeded.ts';

const instance: Instance = intake(11, { learners: 60, supply: 0.95, eligible: 8 });
let optimum: Allocation;
let oracle: Awaited<ReturnType<typeof createOracle>>;

beforeAll(async () => {
  oracle = await createOracle();
  const result = allocate(instance);
  if (result.ok) optimum = result.value;
});

const explained = (learner: string, practitioner: string) => {
  const result = explainPair(instance, learner, practitioner, optimum);
  if (!result.ok) throw new Error(result.refusal.problem);
  return result.value;
};

describe('an intake of 60 with too few places', { timeout: 60_000 }, () => {
  test('forcing a pair costs what HiGHS finds with the pair pinned', () => {
    const { shuffled } = chanceFrom(60);
    const assigned = new Map(optimum.assignments.map(({ learner, practitioner }) => [learner, practitioner]));
    const others = instance.pairs.filter(
      ({ learner, practitioner }) => assigned.get(learner) !== practitioner,
    );
    const before = new Set(optimum.assignments.map(({ learner }) => learner));
    let atStake = 0;
    for (const { learner, practitioner } of shuffled(others).slice(0, cases(100))) {
      const { forced, atLeast } = explained(learner, practitioner);
      const theirs = oracle({ ...instance, pinned: [{ learner, practitioner }] });
      expect(forced).toEqual({
        placed: theirs.placed.length - before.size,
        worstBand: 0,
        totalCost: theirs.totalCost - optimum.objective.totalCost,
        displaced: [...before].filter((id) => !theirs.placed.includes(id)).sort(),
        gained: theirs.placed.filter((id) => !before.has(id)),
      });
      if (forced?.displaced.length === 0) expect(forced.totalCost).toBeGreaterThanOrEqual(atLeast ?? 0);
      else atStake += 1;
    }
    expect(atStake).toBeGreaterThan(cases(5, 0));
  });
});
