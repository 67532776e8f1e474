import { allocate } from '../../../shared/allocation/allocate.ts';
import { allocateByDeferredAcceptance } from '../../../shared/allocation/deferred-acceptance.ts';
import { allocateFirstCome } from '../../../shared/allocation/first-come.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { intake } from '../../support/allocation/intake.ts';
import { printTable, share } from './measure.ts';

const LEARNERS = 10_000;
const SEEDS = [1, 2, 3, 4, 5];

interface Way {
  readonly name: string;
  readonly run: (instance: Instance) => { readonly placed: number; readonly totalCost: number };
}

const WAYS: readonly Way[] = [
  {
    name: 'first come, first served',
    run: (instance) => {
      const result = allocateFirstCome(instance);
      return result.ok ? result.value : { placed: 0, totalCost: 0 };
    },
  },
  {
    name: 'deferred acceptance',
    run: (instance) => {
      const result = allocateByDeferredAcceptance(instance);
      return result.ok ? result.value : { placed: 0, totalCost: 0 };
    },
  },
  {
    name: 'the optimum',
    run: (instance) => {
      const result = allocate(instance);
      return result.ok ? result.value.objective : { placed: 0, totalCost: 0 };
    },
  },
];

/**
 * Prints how much better the optimal allocation is than simpler ways of allocating.
 * @returns the checks that failed
 */
export const compareWays = (): string[] => {
  const instances = SEEDS.map((seed) => intake(seed, { learners: LEARNERS }));
  const rows = [['', ...SEEDS.map((seed) => `seed ${seed}`), 'placed', 'mean cost']];
  const placed = WAYS.map(({ name, run }) => {
    const results = instances.map(run);
    const all = results.reduce((sum, one) => sum + one.placed, 0);
    const cost = results.reduce((sum, one) => sum + one.totalCost, 0);
    rows.push([
      name,
      ...results.map((one) => `${share(one.placed, LEARNERS)} at ${(one.totalCost / one.placed).toFixed(0)}`),
      share(all, LEARNERS * SEEDS.length),
      `${(cost / all).toFixed(0)} points`,
    ]);
    return all;
  });
  console.log(
    `\nThree ways of allocating ${LEARNERS.toLocaleString('en-GB')} learners (placed, at points each)`,
  );
  printTable(rows);
  const [firstCome = 0, deferred = 0, optimum = 0] = placed;
  return optimum > firstCome && optimum > deferred ? [] : ['the optimum does not place the most'];
};
