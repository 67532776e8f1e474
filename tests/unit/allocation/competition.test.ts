import { expect, test } from 'vitest';
import { allocate } from '../../../shared/matching/allocation/allocate.ts';
import type { Instance } from '../../../shared/matching/allocation/instance.ts';
import { verify } from '../../../shared/matching/allocation/verify.ts';

const pair = (learner: string, practitioner: string, cost = 1) => ({ learner, practitioner, cost });

/** Ann and Bob need the clinic, which takes two; Cat is at far; with them the town, which takes three, is full. */
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
const unplaced = (instance: Instance) => {
  const result = allocate(instance);
  if (!result.ok) throw new Error(result.refusal.problem);
  expect(verify(instance, result.value)).toEqual([]);
  return Object.fromEntries(
    result.value.unplaced.map(({ learner, competitors, bottlenecks }) => [
      learner,
      { competitors, bottlenecks },
    ]),
  );
};
const nobody = { competitors: [], bottlenecks: [] };

test('a learner competes with those under the narrowest thing that is full, though a wider one is full, too', () => {
  expect(unplaced(town)).toEqual({
    dan: { competitors: ['ann', 'bob'], bottlenecks: ['clinic'] },
    eve: nobody,
  });
});

test('whoever could go elsewhere draws those into it who stand in the way there', () => {
  const pairs = [...town.pairs, pair('bob', 'far', 9)];
  expect(unplaced({ ...town, pairs })).toEqual({
    dan: { competitors: ['ann', 'bob', 'cat'], bottlenecks: ['town'] },
    eve: nobody,
  });
});

test('a pinned learner draws nobody in, since nothing else is open to them', () => {
  const pairs = [...town.pairs, pair('bob', 'far', 9)];
  const pinned = [{ learner: 'bob', practitioner: 'near' }];
  expect(unplaced({ ...town, pairs, pinned })['dan']).toEqual({
    competitors: ['ann', 'bob'],
    bottlenecks: ['clinic'],
  });
});

test('several bottlenecks are named where they have nothing in common, each learner’s in order', () => {
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
  expect(unplaced(apart)).toEqual({
    dan: { competitors: ['ann', 'bob'], bottlenecks: ['a', 'b'] },
    eve: { competitors: ['cat'], bottlenecks: ['c'] },
  });
});

test('a quota of nothing stands in the way of everybody, and nobody competes', () => {
  const groups = [{ id: 'town', quota: 0 }];
  expect(unplaced({ ...town, groups })['dan']).toEqual({ competitors: [], bottlenecks: ['town'] });
});
