import { beforeAll, describe, expect, test } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { verify } from '../../../shared/allocation/verify.ts';
import { cases } from '../../support/campaign.ts';
import { createOracle } from '../../support/allocation/highs-oracle.ts';
import { intake } from '../../support/allocation/intake.ts';
import { chanceFrom } from '../../support/allocation/seeded.ts';
import { smallInstance } from '../../support/allocation/small-instance.ts';

let oracle: Awaited<ReturnType<typeof createOracle>>;
beforeAll(async () => {
  oracle = await createOracle();
});

const differences = (name: string, instance: Instance): string[] => {
  const allocated = allocate(instance);
  if (!allocated.ok) return [`${name}: ${allocated.refusal.field} ${allocated.refusal.problem}`];
  const { assignments, objective } = allocated.value;
  const theirs = oracle(instance);
  const ours = {
    placed: assignments.map(({ learner }) => learner),
    worstBand: objective.worstBand,
    totalCost: objective.totalCost,
  };
  const expected = { placed: theirs.placed, worstBand: theirs.worstBand, totalCost: theirs.totalCost };
  const problems = verify(instance, allocated.value).map(
    ({ field, problem }) => `${name}: ${field} ${problem}`,
  );
  return JSON.stringify(ours) === JSON.stringify(expected)
    ? problems
    : [...problems, `${name}: ${JSON.stringify(ours)} is not ${JSON.stringify(expected)}`];
};

describe('the same answer as HiGHS, a general solver', () => {
  test('small awkward instances: who is placed, the worst band and the cost', () => {
    const { between } = chanceFrom(2027);
    const seeds = Array.from({ length: cases(320) }, (_, seed) => seed);
    const found = seeds.flatMap((seed) =>
      differences(`small ${seed}`, smallInstance(seed, { learners: between(2, 40) })),
    );
    expect(found).toEqual([]);
  }, 120_000);

  test('intakes of up to 150 learners', () => {
    const sizes = Array.from({ length: cases(12, 3) }, (_, n) => 150 - n * 10);
    const found = sizes.flatMap((learners, seed) =>
      differences(
        `intake ${seed}`,
        intake(seed, { learners, eligible: 8, ...(seed % 2 === 0 ? { worstBandOver: 150 } : {}) }),
      ),
    );
    expect(found).toEqual([]);
  }, 120_000);

  test('an intake whose learners could go almost anywhere, to more than 64 practitioners each', () => {
    const instance = intake(5, { learners: 160, eligible: 80, supply: 0.97 });
    const own = new Map<string, number>();
    for (const { learner } of instance.pairs) own.set(learner, (own.get(learner) ?? 0) + 1);
    expect(Math.max(...own.values())).toBeGreaterThan(64);
    expect(differences('wide', instance)).toEqual([]);
  }, 120_000);
});
