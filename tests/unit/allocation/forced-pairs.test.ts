import { describe, expect, test } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate.ts';
import { explainPair } from '../../../shared/allocation/explain-pair.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { county } from '../../support/allocation/county.ts';

const explained = (instance: Instance, learner: string, practitioner: string) => {
  const result = explainPair(instance, learner, practitioner);
  if (!result.ok) throw new Error(`${result.refusal.field}: ${result.refusal.problem}`);
  return result.value;
};
const answer = (...given: Parameters<typeof explained>): string => explained(...given).answer;

/**
 * Builds an instance of learners with these costs at the practitioners `near`, `far` and `away`, each of whom has
 * one place.
 */
const two = (
  costs: Readonly<Record<string, Readonly<Record<string, number>>>>,
  changes: Partial<Instance> = {},
): Instance => ({
  seed: 'two',
  learners: Object.keys(costs).map((id, n) => ({ id, priority: n })),
  practitioners: ['near', 'far', 'away'].map((id) => ({ id, capacity: 1 })),
  groups: [],
  limits: [],
  pairs: Object.entries(costs).flatMap(([learner, own]) =>
    Object.entries(own).map(([practitioner, cost]) => ({ learner, practitioner, cost })),
  ),
  pinned: [],
  ...changes,
});

describe('a forced pair', () => {
  test('is explained with everything that would change', () => {
    expect(explained(county, 'fay', 'side')).toEqual({
      learner: 'fay',
      practitioner: 'side',
      eligible: true,
      cost: 2,
      rank: 2,
      of: 2,
      assigned: null,
      atLeast: null,
      forced: { placed: 0, worstBand: 0, totalCost: 1, displaced: ['dan'], gained: ['fay'] },
      answer: 'eligible, but it would leave 1 learner without a place',
    });
  });

  test('costs at least the price difference, unless a place is at stake', () => {
    // At the county's prices, Ann costs 60 at `far`, and 10 plus a load penalty of 40 at `near`. If Bob were
    // forced to `near`, a learner would lose a place.
    expect(explained(county, 'ann', 'far').atLeast).toBe(10);
    expect(explained(county, 'ann', 'near').atLeast).toBe(0);
    expect(explained(county, 'bob', 'near').atLeast).toBeNull();
    expect(explained(county, 'fay', 'near').atLeast).toBeNull();
    expect(explained(county, 'eve', 'near').atLeast).toBeNull();
  });

  test('costs points, in the singular and the plural, or nothing at all', () => {
    const ann = (far: number) => two({ ann: { near: 5, far } });
    expect(answer(ann(6), 'ann', 'far')).toBe('eligible, but it would cost 1 point more');
    expect(answer(ann(7), 'ann', 'far')).toBe('eligible, but it would cost 2 points more');
    const same = ann(5);
    const taken = explained(same, 'ann', 'near').assigned === 'near' ? 'far' : 'near';
    expect(answer(same, 'ann', taken)).toBe('eligible, and just as good: the draw decided');
    expect(explained(same, 'ann', taken)).toMatchObject({ rank: 1, of: 2, atLeast: 0 });
    expect(explained(ann(7), 'ann', 'far')).toMatchObject({ rank: 2, atLeast: 2, cost: 7 });
  });

  test('puts pairs into the worst band, in the singular and the plural', () => {
    const edge = { worstBandOver: 200 };
    expect(answer(two({ ann: { near: 10, far: 300 } }, edge), 'ann', 'far')).toBe(
      'eligible, but it would put 1 more pair in the worst band',
    );
    const both = two({ ann: { near: 10, far: 300 }, bob: { far: 10, away: 400 } }, edge);
    expect(answer(both, 'ann', 'far')).toBe('eligible, but it would put 2 more pairs in the worst band');
    expect(explained(both, 'ann', 'far').forced).toMatchObject({ placed: 0, worstBand: 2, totalCost: 680 });
  });

  test('leaves somebody without a place', () => {
    const quotas = {
      groups: [{ id: 'town', quota: 1 }],
      practitioners: [
        { id: 'near', capacity: 2 },
        { id: 'far', capacity: 1, group: 'town' },
        { id: 'away', capacity: 1, group: 'town' },
      ],
      limits: [],
    };
    const given = two({ ann: { far: 1, near: 1 }, bob: { away: 1 } }, quotas);
    expect(answer(given, 'ann', 'far')).toBe('eligible, but it would leave 1 learner without a place');
    expect(explained(given, 'ann', 'far').forced).toMatchObject({
      placed: -1,
      displaced: ['bob'],
      gained: [],
    });
  });

  test('is computed beside the pinned pairs', () => {
    const costs = { ann: { near: 1, far: 2 }, bob: { far: 1, away: 9 }, cat: { away: 1 } };
    const pinned = [{ learner: 'bob', practitioner: 'far' }];
    expect(answer(two(costs, { pinned }), 'ann', 'far')).toBe('eligible, but pinned pairs leave no room');
    expect(answer(two(costs, { pinned }), 'bob', 'away')).toBe('eligible, but pinned pairs leave no room');
    expect(explained(two(costs, { pinned }), 'bob', 'far')).toMatchObject({
      answer: 'this is the pair in the allocation',
      forced: { placed: 0, totalCost: 0 },
      atLeast: null,
    });
    const cat = [{ learner: 'cat', practitioner: 'away' }];
    expect(explained(two(costs, { pinned: cat }), 'ann', 'far').forced).toMatchObject({ displaced: ['bob'] });
  });

  test('is refused when the two are not eligible for one another', () => {
    expect(explained(county, 'ann', 'away')).toMatchObject({
      eligible: false,
      cost: null,
      rank: null,
      of: 2,
      assigned: 'near',
      atLeast: null,
      forced: null,
      answer: 'not eligible for one another',
    });
  });

  test('is refused for an id that is not in the instance', () => {
    expect(explainPair(county, 'zoe', 'near')).toEqual({
      ok: false,
      refusal: { field: 'learner', problem: 'there is no learner "zoe"' },
    });
    expect(explainPair(county, 'ann', 'town')).toEqual({
      ok: false,
      refusal: { field: 'practitioner', problem: 'there is no practitioner "town"' },
    });
  });

  test('is refused when the instance is refused', () => {
    const limits = [{ id: 'cross', quota: 1, practitioners: ['near', 'away'] }];
    expect(explainPair({ ...county, limits }, 'ann', 'near')).toMatchObject({
      ok: false,
      refusal: { field: 'limits[0]' },
    });
  });
});

test('progress of a large allocation is reported after each 1,000 learners', () => {
  const learners = Array.from({ length: 2100 }, (_, n) => ({ id: `l${n}`, priority: 1 }));
  const told: [number, number][] = [];
  const instance = two({}, { learners });
  allocate(instance, (done, of) => told.push([done, of]));
  expect(told).toEqual([
    [1000, 2100],
    [2000, 2100],
  ]);
  expect(allocate(instance)).toMatchObject({ ok: true });
});
