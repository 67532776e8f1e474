import { expect, test } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate.ts';
import { allocateByDeferredAcceptance } from '../../../shared/allocation/deferred-acceptance.ts';
import { allocateFirstCome } from '../../../shared/allocation/first-come.ts';
import { cases } from '../../support/campaign.ts';
import { limiters } from '../../support/allocation/limiters.ts';
import { smallInstance } from '../../support/allocation/small-instance.ts';

test('neither breaks a quota or a pinned pair, and neither places more than the optimum', () => {
  for (let seed = 0; seed < cases(150); seed += 1) {
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
