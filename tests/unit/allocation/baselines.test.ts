import { expect, test } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate.ts';
import { allocateByDeferredAcceptance } from '../../../shared/allocation/deferred-acceptance.ts';
import { allocateFirstCome } from '../../../shared/allocation/first-come.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { campaign } from '../../support/allocation/campaign.ts';
import { limiters } from '../../support/allocation/limiters.ts';
import { smallInstance } from '../../support/allocation/small-instance.ts';

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

test('neither breaks a quota or a pinned pair, and neither places more than the optimum', () => {
  for (let seed = 0; seed < campaign(150); seed += 1) {
    const instance = smallInstance(seed, { learners: 20 });
    const optimum = allocate(instance);
    for (const baseline of [allocateFirstCome(instance), allocateByDeferredAcceptance(instance)]) {
      const { assignments, placed } = baseline.ok ? baseline.value : { assignments: [], placed: -1 };
      for (const { most, members } of limiters(instance)) {
        expect(
          assignments.filter(({ practitioner }) => members.has(practitioner)).length,
        ).toBeLessThanOrEqual(most);
      }
      for (const pair of instance.pinned) expect(assignments).toContainEqual(expect.objectContaining(pair));
      expect(placed).toBe(assignments.length);
      expect(placed).toBeLessThanOrEqual(optimum.ok ? optimum.value.objective.placed : 0);
    }
  }
}, 60_000);
