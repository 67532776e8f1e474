import { describe, expect, test } from 'vitest';
import { explainPair } from '../../../shared/allocation/explain-pair.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';

describe('why not', () => {
  const two: Instance = {
    seed: 'two',
    learners: [
      { id: 'ann', priority: 1 },
      { id: 'bob', priority: 2 },
    ],
    practitioners: [
      { id: 'near', capacity: 1 },
      { id: 'far', capacity: 1 },
    ],
    groups: [],
    pairs: [
      { learner: 'ann', practitioner: 'near', cost: 10 },
      { learner: 'ann', practitioner: 'far', cost: 50 },
      { learner: 'bob', practitioner: 'near', cost: 10 },
    ],
    limits: [],
    pinned: [],
  };
  const answer = (given: Instance, learner: string, practitioner: string): string => {
    const result = explainPair(given, learner, practitioner);
    return result.ok ? result.value.answer : result.refusal.problem;
  };

  test.each([
    ['ann', 'far', 'this is the pair in the allocation'],
    ['ann', 'near', 'eligible, but it would leave 1 learner without a place'],
    ['bob', 'far', 'not eligible for one another'],
    ['bob', 'nobody', 'there is no practitioner "nobody"'],
    ['eve', 'near', 'there is no learner "eve"'],
  ])('%s and %s: %s', (learner, practitioner, words) =>
    expect(answer(two, learner, practitioner)).toBe(words),
  );

  test('a pair that only costs more says how much', () => {
    const roomy = { ...two, practitioners: two.practitioners.map((one) => ({ ...one, capacity: 2 })) };
    expect(answer(roomy, 'ann', 'far')).toBe('eligible, but it would cost 40 points more');
  });

  test('a pair that pinned ones leave no room for says so', () => {
    const pinned = [{ learner: 'bob', practitioner: 'near' }];
    expect(answer({ ...two, pinned }, 'ann', 'near')).toBe('eligible, but pinned pairs leave no room');
  });
});
