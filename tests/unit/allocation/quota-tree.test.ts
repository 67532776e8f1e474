import { describe, expect, test } from 'vitest';
import { keepBindingQuotas } from '../../../shared/allocation/binding-quotas.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { buildNetwork } from '../../../shared/allocation/network.ts';
import { buildQuotaTree, inTreeOrder } from '../../../shared/allocation/quota-tree.ts';

const nothing: Instance = {
  seed: 's',
  learners: [],
  practitioners: [],
  groups: [],
  limits: [],
  pairs: [],
  pinned: [],
};
const one = (id: string, group?: string, capacity = 1) =>
  group === undefined ? { id, capacity } : { id, group, capacity };

const treeOf = (instance: Partial<Instance>, learners = 9) => {
  const result = buildQuotaTree({ ...nothing, ...instance }, learners);
  if (!result.ok) throw new Error(`${result.refusal.field}: ${result.refusal.problem}`);
  return result.value;
};
/** Returns the parent of each node; "" means the root. */
const over = (instance: Partial<Instance>): Record<string, string> => {
  const { ids, parent } = treeOf(instance);
  return Object.fromEntries(ids.map((id, node) => [id, ids[parent[node]!] ?? '']));
};

describe('practitioners in order', () => {
  test('are by group, those without one first, and then by id', () => {
    const rows = [one('d', 'b'), one('c', 'a'), one('e'), one('a', 'b'), one('b', 'a')];
    expect(inTreeOrder(rows).map(({ id }) => id)).toEqual(['e', 'b', 'c', 'a', 'd']);
    expect(inTreeOrder(rows.toReversed()).map(({ id }) => id)).toEqual(['e', 'b', 'c', 'a', 'd']);
    expect(rows[0]!.id).toBe('d');
  });
});

describe('the tree of quotas', () => {
  const town = {
    practitioners: [one('d3', 'town'), one('d1', 'town'), one('d2', 'coast', 20), one('d4')],
    groups: [
      { id: 'town', quota: 30, parent: 'county' },
      { id: 'county', quota: 2 },
      { id: 'coast', quota: 3, parent: 'county' },
    ],
  };

  test('has practitioners, groups and limits, each kind by id, below what they lie under', () => {
    const tree = treeOf({
      ...town,
      limits: [
        { id: 'y', quota: 1, practitioners: ['d2'] },
        { id: 'x', quota: 5, practitioners: ['d4'] },
      ],
    });
    expect(tree.ids).toEqual(['d4', 'd2', 'd1', 'd3', 'coast', 'county', 'town', 'x', 'y']);
    expect(tree.practitioners).toBe(4);
    expect(tree.top).toBe(9);
    expect([...tree.parent]).toEqual([7, 8, 6, 6, 5, 9, 5, 9, 4]);
  });

  test('takes no more than one more than there are learners', () => {
    expect([...treeOf(town, 9).capacity]).toEqual([1, 10, 1, 1, 3, 2, 10]);
    expect([...treeOf(town, 1).capacity]).toEqual([1, 2, 1, 1, 2, 2, 2]);
  });

  test('lists groups and limits after what they lie under', () => {
    const { topDown, ids } = treeOf({ ...town, limits: [{ id: 'x', quota: 1, practitioners: ['d1'] }] });
    expect([...topDown].map((node) => ids[node])).toEqual(['county', 'coast', 'town', 'x']);
  });

  const members = (id: string, ...practitioners: string[]) => ({ id, quota: 1, practitioners });

  test('puts a limit below all that holds its practitioners and above all that it holds', () => {
    expect(over({ ...town, limits: [members('m', 'd1', 'd3')] })).toMatchObject({
      d1: 'm',
      m: 'town',
      town: 'county',
    });
    expect(over({ ...town, limits: [members('m', 'd1')] })).toMatchObject({ d1: 'm', m: 'town', d3: 'town' });
    expect(over({ ...town, limits: [members('m', 'd1', 'd2', 'd3')] })).toMatchObject({
      town: 'm',
      coast: 'm',
      m: 'county',
      county: '',
    });
    expect(over({ ...town, limits: [members('m', 'd4', 'd1', 'd2', 'd3')] })).toMatchObject({
      county: 'm',
      d4: 'm',
      m: '',
    });
  });

  test('nests limits in one another, and takes one without practitioners', () => {
    const limits = [members('a', 'd1', 'd3'), members('b', 'd1'), members('c', 'd1'), members('e')];
    expect(over({ practitioners: town.practitioners.map(({ id }) => one(id)), limits })).toEqual({
      d1: 'c',
      c: 'b',
      b: 'a',
      d3: 'a',
      a: '',
      d2: '',
      d4: '',
      e: '',
    });
  });

  test('holds a group without practitioners', () => {
    const groups = [...town.groups, { id: 'empty', quota: 1, parent: 'town' }];
    expect(over({ ...town, groups, limits: [members('m', 'd1', 'd3')] })).toMatchObject({
      empty: 'town',
      d1: 'm',
      m: 'town',
    });
  });
});

describe('quotas that can bind', () => {
  const networkOf = (instance: Partial<Instance>, askers: Readonly<Record<string, number>>) => {
    const pairs = Object.entries(askers).flatMap(([practitioner, count]) =>
      Array.from({ length: count }, (_, n) => ({ learner: `l${n}`, practitioner, cost: n })),
    );
    const learners = Array.from({ length: 9 }, (_, n) => ({ id: `l${n}`, priority: 1 }));
    const result = buildNetwork({ ...nothing, ...instance, learners, pairs });
    if (!result.ok) throw new Error(result.refusal.problem);
    return result.value;
  };
  const kept = (instance: Partial<Instance>, askers: Readonly<Record<string, number>>) => {
    const network = networkOf(instance, askers);
    const { ids, top } = network.tree;
    const parent = [...network.tree.parent];
    const tree = keepBindingQuotas(network);
    expect([...network.tree.parent]).toEqual(parent);
    const name = (node: number): string => ids[node] ?? 'top';
    return {
      kept: ids.filter((_, node) => tree.kept[node] === 1),
      over: Object.fromEntries(ids.map((id, node) => [id, name(tree.parent[node]!)])),
      under: Object.fromEntries(
        [...ids, 'top'].flatMap((id, node) => {
          const own = [...tree.child.subarray(tree.firstChild[node], tree.firstChild[node + 1])].map(name);
          return own.length === 0 ? [] : [[id, own]];
        }),
      ),
      top: tree.kept[top],
    };
  };
  const groups = (town: number, county: number) => [
    { id: 'county', quota: county },
    { id: 'town', quota: town, parent: 'county' },
  ];
  const three = [one('d1', 'town', 2), one('d2', 'town', 2), one('d3', 'county', 1)];

  test('are those below what lies under them could use: places, and learners who ask', () => {
    const askers = { d1: 5, d2: 5, d3: 5 };
    expect(kept({ practitioners: three, groups: groups(3, 9) }, askers).kept).toEqual([
      'd3',
      'd1',
      'd2',
      'town',
    ]);
    expect(kept({ practitioners: three, groups: groups(4, 9) }, askers).kept).toEqual(['d3', 'd1', 'd2']);
    expect(kept({ practitioners: three, groups: groups(3, 3) }, askers).kept).toContain('county');
    expect(kept({ practitioners: three, groups: groups(3, 4) }, askers).kept).not.toContain('county');
    expect(kept({ practitioners: three, groups: groups(1, 2) }, { d1: 1, d2: 1 }).kept).toEqual([
      'd3',
      'd1',
      'd2',
      'town',
    ]);
    expect(kept({ practitioners: three, groups: groups(2, 2) }, { d1: 1, d2: 1 }).kept).toEqual([
      'd3',
      'd1',
      'd2',
    ]);
  });

  test('take the place of those that are left out, above and below', () => {
    const askers = { d1: 5, d2: 5, d3: 5 };
    const both = kept({ practitioners: three, groups: groups(3, 3) }, askers);
    expect(both.over).toEqual({ d1: 'town', d2: 'town', d3: 'county', county: 'top', town: 'county' });
    expect(both.under).toEqual({ town: ['d1', 'd2'], county: ['d3', 'town'], top: ['county'] });
    expect(both.top).toBe(1);
    const none = kept({ practitioners: three, groups: groups(4, 9) }, askers);
    expect(none.over).toEqual({ d1: 'top', d2: 'top', d3: 'top', county: 'top', town: 'top' });
    expect(none.under).toEqual({ top: ['d3', 'd1', 'd2'] });
    const county = kept({ practitioners: three, groups: groups(4, 3) }, askers);
    expect(county.under).toEqual({ county: ['d3', 'd1', 'd2'], top: ['county'] });
    const town = kept({ practitioners: three, groups: groups(3, 9) }, askers);
    expect(town.under).toEqual({ town: ['d1', 'd2'], top: ['d3', 'town'] });
  });
});
