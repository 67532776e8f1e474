import { expect, test } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate.ts';
import type { Allocation } from '../../../shared/allocation/allocation.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { verify } from '../../../shared/allocation/verify.ts';

const pair = (learner: string, practitioner: string, cost = 1) => ({ learner, practitioner, cost });

/**
 * An instance in which Ann and Bob can only be placed in the clinic, which takes two learners, and Cat can only be
 * placed at `far`. Together the three fill the town, which takes three.
 */
const town: Instance = {
  seed: 'town',
  learners: ['ann', 'bob', 'cat', 'dan', 'eve'].map((id, n) => ({ id, priority: n })),
  practitioners: ['near', 'side', 'far'].map((id) => ({ id, group: 'town', capacity: 2 })),
  groups: [{ id: 'town', quota: 3 }],
  limits: [{ id: 'clinic', quota: 2, practitioners: ['near', 'side'] }],
  pairs: [
    pair('ann', 'near'),
    pair('ann', 'side'),
    pair('bob', 'near'),
    pair('cat', 'far'),
    pair('dan', 'side'),
  ],
  pinned: [],
};
const solved = (instance: Instance): Allocation => {
  const result = allocate(instance);
  if (!result.ok) throw new Error(result.refusal.problem);
  return result.value;
};
const unplaced = (instance: Instance) => {
  const right = solved(instance);
  expect(verify(instance, right)).toEqual([]);
  return Object.fromEntries(
    right.unplaced.map(({ learner, competitors, bottlenecks }) => [learner, { competitors, bottlenecks }]),
  );
};
/** Returns the problems that the verifier reports if other competitors and bottlenecks are claimed for one learner. */
const claimed = (instance: Instance, learner: string, competitors: string[], bottlenecks: string[]) => {
  const right = solved(instance);
  const changed = right.unplaced.map((one) =>
    one.learner === learner ? { ...one, competitors, bottlenecks } : one,
  );
  return verify(instance, { ...right, unplaced: changed }).map(({ problem }) => problem);
};
const nobody = { competitors: [], bottlenecks: [] };

test('a learner competes with those under the narrowest thing that is full, though a wider one is full, too', () => {
  expect(unplaced(town)).toEqual({
    dan: { competitors: ['ann', 'bob'], bottlenecks: ['clinic'] },
    eve: nobody,
  });
});

test('a competitor who could go elsewhere adds the learners in the way there', () => {
  const pairs = [...town.pairs, pair('bob', 'far', 9)];
  expect(unplaced({ ...town, pairs })).toEqual({
    dan: { competitors: ['ann', 'bob', 'cat'], bottlenecks: ['town'] },
    eve: nobody,
  });
  expect(claimed({ ...town, pairs }, 'dan', ['ann', 'bob'], ['clinic'])).toEqual([
    'the bottlenecks do not account for it',
  ]);
});

test('a pinned learner adds nobody, because nothing else is open to them', () => {
  const pairs = [...town.pairs, pair('bob', 'far', 9)];
  const pinned = [{ learner: 'bob', practitioner: 'near' }];
  expect(unplaced({ ...town, pairs, pinned })['dan']).toEqual({
    competitors: ['ann', 'bob'],
    bottlenecks: ['clinic'],
  });
});

const apart: Instance = {
  ...town,
  practitioners: ['b', 'a', 'c'].map((id) => ({ id, capacity: 1 })),
  groups: [],
  limits: [],
  pairs: [
    pair('ann', 'b'),
    pair('bob', 'a'),
    pair('cat', 'c'),
    pair('dan', 'b'),
    pair('dan', 'a'),
    pair('eve', 'c'),
  ],
};

test('several bottlenecks are named where they have nothing in common, in order of ids', () => {
  expect(unplaced(apart)).toEqual({
    dan: { competitors: ['ann', 'bob'], bottlenecks: ['a', 'b'] },
    eve: { competitors: ['cat'], bottlenecks: ['c'] },
  });
  const limits = [{ id: 'A', quota: 0, practitioners: ['b'] }];
  expect(unplaced({ ...apart, limits })['dan']).toEqual({ competitors: ['bob'], bottlenecks: ['A', 'a'] });
});

test('learners of unrelated full places are not named', () => {
  expect(claimed(apart, 'eve', ['bob', 'cat'], ['a', 'c'])).toEqual([
    'the competitors are not the smallest set',
  ]);
});

test('a quota of zero blocks everybody, and nobody competes', () => {
  const groups = [{ id: 'town', quota: 0 }];
  expect(unplaced({ ...town, groups })['dan']).toEqual({ competitors: [], bottlenecks: ['town'] });
});
