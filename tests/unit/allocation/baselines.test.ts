import { expect, test } from 'vitest';
import { allocateByDeferredAcceptance } from '../../../shared/allocation/deferred-acceptance.ts';
import { allocateFirstCome } from '../../../shared/allocation/first-come.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';

const contested: Instance = {
  seed: 's',
  learners: [
    { id: 'a', priority: 2 },
    { id: 'b', priority: 1 },
  ],
  practitioners: [
    { id: 'near', capacity: 1 },
    { id: 'far', capacity: 1 },
  ],
  groups: [],
  pairs: [
    { learner: 'a', practitioner: 'near', cost: 5 },
    { learner: 'a', practitioner: 'far', cost: 6 },
    { learner: 'b', practitioner: 'near', cost: 7 },
  ],
  limits: [],
  pinned: [],
};

test('first come takes the cheapest place that is left, so the next may find none', () => {
  const early = allocateFirstCome(contested, ['a', 'b']);
  const late = allocateFirstCome(contested, ['b', 'a']);
  expect(early.ok && early.value.assignments).toEqual([{ learner: 'a', practitioner: 'near', cost: 5 }]);
  expect(late.ok && [late.value.placed, late.value.totalCost]).toEqual([2, 13]);
});

test('in deferred acceptance the dearest pair gives way, and its learner asks elsewhere', () => {
  const dearer = contested.pairs.map((pair) => (pair.learner === 'b' ? { ...pair, cost: 4 } : pair));
  const result = allocateByDeferredAcceptance({ ...contested, pairs: dearer });
  expect(result.ok && result.value.assignments).toEqual([
    { learner: 'a', practitioner: 'far', cost: 6 },
    { learner: 'b', practitioner: 'near', cost: 4 },
  ]);
});
