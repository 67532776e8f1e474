import { describe, expect, test } from 'vitest';
import { drawLots, pairHash } from '../../../shared/allocation/draw.ts';
import { Flow } from '../../../shared/allocation/flow.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { buildNetwork, costOf, hashOf, loadPenalty } from '../../../shared/allocation/network.ts';
import { county } from '../../support/allocation/county.ts';

const built = (instance: Instance) => {
  const result = buildNetwork(instance);
  if (!result.ok) throw new Error(`${result.refusal.field}: ${result.refusal.problem}`);
  return result.value;
};
const problem = (changes: Partial<Instance>): string => {
  const result = buildNetwork({ ...county, ...changes });
  return result.ok ? 'accepted' : `${result.refusal.field}: ${result.refusal.problem}`;
};

describe('an instance as numbers', () => {
  test('has learners by id, and their places in the published order', () => {
    const network = built({ ...county, learners: county.learners.toReversed() });
    expect(network.learnerIds).toEqual(['ann', 'bob', 'cat', 'dan', 'eve', 'fay']);
    expect([...network.order]).toEqual([0, 1, 2, 3, 4, 5]);
    const turned = built({
      ...county,
      learners: county.learners.map((one) => ({ ...one, priority: -one.priority })),
    });
    expect([...turned.order]).toEqual([5, 4, 3, 2, 1, 0]);
    expect([...turned.position]).toEqual([5, 4, 3, 2, 1, 0]);
  });

  test('draws lots among those of one priority', () => {
    const network = built({ ...county, learners: county.learners.map(({ id }) => ({ id, priority: 1 })) });
    const lotOf = drawLots(county.seed);
    const drawn = county.learners.map(({ id }) => id).toSorted((a, b) => lotOf(a).lot - lotOf(b).lot);
    expect([...network.order].map((learner) => network.learnerIds[learner])).toEqual(drawn);
    expect(drawn).not.toEqual(network.learnerIds);
    for (const [place, learner] of network.order.entries()) expect(network.position[learner]).toBe(place);
  });

  test('weighs a pair over the worst band’s edge, and only that, more than all points together', () => {
    const network = built(county);
    // The most expensive pairs of the five learners cost 60, 300, 8, 1 and 2, and the two load penalties at `near`
    // are 10 and 40. The weight of 422 is one more than their sum.
    expect(network.worstBandWeight).toBe(422);
    const over = [...network.weight].filter((weight, pair) => weight !== costOf(network, pair));
    expect(over).toEqual([722]);
    const edge = built({ ...county, worstBandOver: 300 });
    expect([...edge.weight]).toEqual([...edge.pairs.cost]);
    const { worstBandOver: _edge, ...plain } = county;
    expect(built(plain)).toMatchObject({ worstBandWeight: 0, worstBandOver: Infinity });
    expect([...built(plain).weight]).toEqual([...network.pairs.cost]);
  });

  test('counts load no further than there are places, and learners who ask', () => {
    const near = (capacity: number) => ({
      ...county,
      practitioners: county.practitioners.map((one) => (one.id === 'near' ? { ...one, capacity } : one)),
    });
    expect(built(near(1)).worstBandWeight).toBe(382);
    expect(built(near(9)).worstBandWeight).toBe(372 + 10 + 4 * 40);
  });

  test('has the hash of every pair', () => {
    const network = built(county);
    const lotOf = drawLots(county.seed);
    expect(hashOf(network, 0)).toBe(pairHash(lotOf('ann').key, lotOf('near').key));
    expect(new Set(network.hash).size).toBe(county.pairs.length);
  });

  test('repeats the last load penalty, and charges nothing without one', () => {
    expect([0, 1, 2, 9].map((load) => loadPenalty([10, 40], load))).toEqual([10, 40, 40, 40]);
    const { penalties, tree } = built(county);
    expect(Object.fromEntries(penalties.map((own, node) => [tree.ids[node], own]))).toEqual({
      near: [10, 40],
      side: [0],
      far: [0],
      away: [0],
    });
  });

  test('knows the pinned pairs', () => {
    const network = built({ ...county, pinned: [{ learner: 'cat', practitioner: 'far' }] });
    const pair = network.pinned[2]!;
    expect([...network.pinned].filter((one) => one >= 0)).toEqual([pair]);
    expect(costOf(network, pair)).toBe(8);
  });

  test.each<[string, Partial<Instance>]>([
    ['learners[6].id: "bob" is given twice', { learners: [...county.learners, { id: 'bob', priority: 9 }] }],
    ['pinned[0].learner: there is no learner "zoe"', { pinned: [{ learner: 'zoe', practitioner: 'far' }] }],
    ['pinned[0]: the pair is not among the pairs', { pinned: [{ learner: 'ann', practitioner: 'away' }] }],
    [
      'pinned[1]: learner "ann" is pinned twice',
      { pinned: ['near', 'far'].map((practitioner) => ({ learner: 'ann', practitioner })) },
    ],
    [
      'pinned[2]: too many pinned pairs: "clinic" takes at most 1',
      {
        limits: [{ id: 'clinic', quota: 1, practitioners: ['near', 'side'] }],
        pinned: [
          { learner: 'bob', practitioner: 'away' },
          { learner: 'cat', practitioner: 'near' },
          { learner: 'fay', practitioner: 'side' },
        ],
      },
    ],
    [
      'accepted',
      {
        pinned: [
          { learner: 'bob', practitioner: 'away' },
          { learner: 'cat', practitioner: 'near' },
          { learner: 'ann', practitioner: 'near' },
        ],
      },
    ],
  ])('%s', (expected, changes) => {
    expect(problem(changes)).toBe(expected);
  });

  test('is refused as soon as a sum could be inexact: costs, load and the worst band together', () => {
    const largest = Math.floor(Number.MAX_SAFE_INTEGER / 4 / 2);
    const alone = (cost: number, rest: Partial<Instance> = {}, loadPenalty: number[] = []) =>
      problem({
        learners: [{ id: 'ann', priority: 1 }],
        practitioners: [{ id: 'near', capacity: 1, loadPenalty }],
        groups: [],
        limits: [],
        pairs: [{ learner: 'ann', practitioner: 'near', cost }],
        worstBandOver: undefined,
        ...rest,
      });
    const refused = 'pairs: the costs are too large to be added up exactly';
    expect(alone(largest)).toBe('accepted');
    expect(alone(largest + 1)).toBe(refused);
    expect(alone(largest - 5, {}, [1, 5])).toBe('accepted');
    expect(alone(largest - 4, {}, [1, 5])).toBe(refused);
    expect(alone((largest - 1) / 2, { worstBandOver: 1 })).toBe('accepted');
    expect(alone((largest + 1) / 2, { worstBandOver: 1 })).toBe(refused);
  });
});

describe('the flow before anybody is put in', () => {
  test('has pinned learners placed, all the way up, and their load charged', () => {
    const pinned = [{ learner: 'cat', practitioner: 'near' }];
    const network = built({ ...county, pinned });
    const flow = new Flow(network);
    const { ids } = network.tree;
    const loads = Object.fromEntries(ids.map((id, node) => [id, flow.load[node]]));
    expect(loads).toMatchObject({ near: 1, town: 1, far: 0, away: 0, coast: 0 });
    expect([...flow.held].filter((pair) => pair >= 0)).toEqual([network.pinned[2]]);
    const near = ids.indexOf('near');
    expect([flow.lastPenalty[near], flow.nextPenalty[near], flow.price[2 * near]]).toEqual([10, 40, 10]);
    expect(flow.closedBy.every((place) => place === -1)).toBe(true);
  });

  test('charges an empty practitioner what their first learner costs', () => {
    const flow = new Flow(built(county));
    const near = flow.network.tree.ids.indexOf('near');
    expect([flow.lastPenalty[near], flow.nextPenalty[near], flow.price[2 * near]]).toEqual([0, 10, 10]);
    flow.count(near, 1);
    expect([flow.lastPenalty[near], flow.nextPenalty[near], flow.load[near]]).toEqual([10, 40, 1]);
    flow.count(near, -1);
    expect([flow.lastPenalty[near], flow.nextPenalty[near], flow.load[near]]).toEqual([0, 10, 0]);
    const town = flow.network.tree.ids.indexOf('town');
    flow.count(town, 1);
    expect([flow.lastPenalty[town], flow.nextPenalty[town]]).toEqual([0, 0]);
  });
});
