import { describe, expect, test } from 'vitest';
import { ChildOrder } from '../../../shared/allocation/child-order.ts';
import { Flow } from '../../../shared/allocation/flow.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { buildNetwork } from '../../../shared/allocation/network.ts';
import { chanceFrom } from '../../support/allocation/seeded.ts';

/**
 * Builds two quotas of one place each, over `count` practitioners each. Every learner is eligible for all
 * practitioners, so that both quotas can bind.
 */
const flowOver = (count: number): Flow => {
  const names = (group: string) =>
    Array.from({ length: count }, (_, n) => `${group}${String(n).padStart(2, '0')}`);
  const all = [...names('a'), ...names('b')];
  const learners = Array.from({ length: count }, (_, n) => ({ id: `l${n}`, priority: 1 }));
  const instance: Instance = {
    seed: 's',
    learners,
    practitioners: all.map((id) => ({ id, capacity: 2, group: id.charAt(0), loadPenalty: [1, 5] })),
    groups: ['a', 'b'].map((id) => ({ id, quota: 1 })),
    limits: [],
    pairs: all.flatMap((practitioner) => learners.map(({ id }) => ({ learner: id, practitioner, cost: 1 }))),
    pinned: [],
  };
  const built = buildNetwork(instance);
  if (!built.ok) throw new Error(built.refusal.problem);
  return new Flow(built.value);
};

/** Lists all practitioners under `parent`, and checks that following `next` never leads to a cheaper one. */
const walked = (order: ChildOrder, parent: number) => {
  const found: number[] = [];
  const visit = (node: number, atLeast: readonly [number, number]): void => {
    if (node < 0) return;
    const own = [order.costOf(node), order.hashOf(node)] as const;
    expect(own[0] - atLeast[0] || own[1] - atLeast[1]).toBeGreaterThanOrEqual(0);
    found.push(node);
    visit(order.next(node, 1), own);
    visit(order.next(node, 2), own);
  };
  visit(order.cheapest(parent), [-Infinity, -Infinity]);
  return found.toSorted((a, b) => a - b);
};

describe('the practitioners under a full quota', () => {
  test('are none while no place can be taken back', () => {
    const flow = flowOver(3);
    const order = new ChildOrder(flow);
    expect(flow.tree.kept[6]).toBe(1);
    expect([order.cheapest(6), order.cheapest(7)]).toEqual([-1, -1]);
  });

  test('are as dear as their price, without what their last learner cost in load', () => {
    const flow = flowOver(3);
    const order = new ChildOrder(flow);
    flow.count(1, 1);
    flow.price[2] = 9;
    flow.price[3] = 77;
    order.refresh(1);
    expect(order.cheapest(6)).toBe(1);
    expect([order.costOf(1), order.hashOf(1)]).toEqual([8, 77]);
    flow.count(1, 1);
    order.refresh(1);
    expect(order.costOf(1)).toBe(4);
    flow.closedBy[1] = 0;
    order.refresh(1);
    expect(order.cheapest(6)).toBe(-1);
    expect(order.hashOf(1)).toBe(0);
  });

  test('are those who have learners from the start, and the tree itself stays as it was', () => {
    const flow = flowOver(3);
    const child = [...flow.tree.child];
    flow.count(2, 1);
    flow.count(1, 1);
    flow.price[4] = 5;
    flow.price[2] = 7;
    const order = new ChildOrder(flow);
    expect(walked(order, 6)).toEqual([1, 2]);
    expect(order.cheapest(6)).toBe(2);
    expect([...flow.tree.child]).toEqual(child);
  });

  test('come up one by one, never before somebody cheaper: 40 seeded mixes', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const { between, next } = chanceFrom(seed);
      const count = between(2, 12);
      const flow = flowOver(count);
      const order = new ChildOrder(flow);
      for (let step = 0; step < 30; step += 1) {
        const node = between(0, 2 * count - 1);
        if (next() < 0.7) flow.count(node, flow.load[node] === 2 ? -1 : 1);
        else if (flow.load[node]! > 0) flow.count(node, -1);
        flow.price[2 * node] = between(0, 6);
        flow.price[2 * node + 1] = between(0, 2);
        if (next() < 0.05) flow.closedBy[node] = 3;
        order.refresh(node);
        for (const parent of [2 * count, 2 * count + 1]) {
          const from = parent === 2 * count ? 0 : count;
          const usable = Array.from({ length: count }, (_, n) => from + n).filter(
            (one) => flow.load[one]! > 0 && flow.closedBy[one]! < 0,
          );
          expect(walked(order, parent)).toEqual(usable);
        }
      }
    }
  });

  test('are kept apart from those directly under the system, whom no quota orders', () => {
    const flow = flowOver(2);
    const order = new ChildOrder(flow);
    flow.count(4, 1);
    flow.price[8] = 3;
    order.refresh(4);
    expect(order.costOf(4)).toBe(Infinity);
    expect(order.cheapest(4)).toBe(-1);
  });
});
