import { describe, expect, test } from 'vitest';
import type { Instance } from '../../../shared/allocation/instance.ts';
import {
  HEAD_COST,
  HEAD_END,
  HEAD_SIZE,
  HEAD_TIE,
  LearnerBlocks,
  PAIR_AT_LEAST,
  PAIR_PRACTITIONER,
  PAIR_SIZE,
  PAIR_TIE,
  PAIR_WEIGHT,
} from '../../../shared/allocation/learner-blocks.ts';
import { buildNetwork, type Network } from '../../../shared/allocation/network.ts';

const networkOf = (costs: Readonly<Record<string, Readonly<Record<string, number>>>>): Network => {
  const instance: Instance = {
    seed: 's',
    learners: Object.keys(costs).map((id) => ({ id, priority: 1 })),
    practitioners: ['d0', 'd1', 'd2', 'd3'].map((id) => ({ id, capacity: 1 })),
    groups: [],
    limits: [],
    pairs: Object.entries(costs).flatMap(([learner, own]) =>
      Object.entries(own).map(([practitioner, cost]) => ({ learner, practitioner, cost })),
    ),
    pinned: [],
  };
  const built = buildNetwork(instance);
  if (!built.ok) throw new Error(built.refusal.problem);
  return built.value;
};

const network = networkOf({
  a: { d3: 5, d0: 6, d1: 7, d2: 8 },
  b: {},
  c: { d0: 1 },
  e: { d3: 2, d1: 3 },
});

interface PairRead {
  readonly practitioner: number;
  readonly weight: number;
  readonly atLeast: number;
  readonly tie: number;
}

const pairsIn = (blocks: LearnerBlocks, learner: number): PairRead[] => {
  const block = blocks.of[learner]!;
  const found: PairRead[] = [];
  for (let slot = block + HEAD_SIZE; slot < blocks.whole[2 * block + HEAD_END]!; slot += PAIR_SIZE)
    found.push({
      practitioner: blocks.whole[2 * slot + PAIR_PRACTITIONER]!,
      weight: blocks.numbers[slot + PAIR_WEIGHT]!,
      atLeast: blocks.numbers[slot + PAIR_AT_LEAST]!,
      tie: blocks.hash[2 * slot + PAIR_TIE]!,
    });
  return found;
};
const order = (blocks: LearnerBlocks, learner: number): number[] =>
  pairsIn(blocks, learner).map(({ practitioner }) => practitioner);

describe('what a search reads of learners', () => {
  test('lies by their cheapest practitioner, those without pairs last', () => {
    const blocks = new LearnerBlocks(network, new Float64Array(8));
    const byPlace = [0, 1, 2, 3].toSorted((a, b) => blocks.of[a]! - blocks.of[b]!);
    expect(byPlace).toEqual([2, 0, 3, 1]);
    expect([0, 1, 2, 3].map((learner) => blocks.learnerOf(blocks.of[learner]!))).toEqual([0, 1, 2, 3]);
    expect(blocks.numbers).toHaveLength(4 * HEAD_SIZE + 7 * PAIR_SIZE);
  });

  test('is every pair with weight and hash, cheapest first', () => {
    const blocks = new LearnerBlocks(network, new Float64Array(8));
    expect(
      pairsIn(blocks, 0).map(({ practitioner, weight, atLeast }) => [practitioner, weight, atLeast]),
    ).toEqual([
      [3, 5, 5],
      [0, 6, 6],
      [1, 7, 7],
      [2, 8, 8],
    ]);
    expect(pairsIn(blocks, 0).map(({ tie }) => tie)).toEqual([...network.hash.subarray(0, 4)]);
    expect(pairsIn(blocks, 1)).toEqual([]);
    expect(order(blocks, 3)).toEqual([3, 1]);
  });

  test('is put in order of weight and price again once each pair has been read more than six times', () => {
    const price = new Float64Array(8);
    const blocks = new LearnerBlocks(network, price);
    const before = pairsIn(blocks, 0);
    price[2 * 3] = 2;
    price[2 * 0] = 100;
    price[2 * 2] = 0;
    const block = blocks.of[0]!;
    const end = blocks.whole[2 * block + HEAD_END]!;
    for (let times = 0; times < 6; times += 1) blocks.noteReads(block, end);
    expect(order(blocks, 0)).toEqual([3, 0, 1, 2]);
    blocks.noteReads(block, block + HEAD_SIZE);
    expect(order(blocks, 0)).toEqual([3, 0, 1, 2]);
    blocks.noteReads(block, block + HEAD_SIZE + PAIR_SIZE);
    // Pairs 0 (5 + 2) and 2 (7) cost the same, so they keep their order.
    expect(pairsIn(blocks, 0)).toEqual(
      [
        [0, 7],
        [2, 7],
        [3, 8],
        [1, 106],
      ].map(([was, atLeast]) => ({ ...before[was!], atLeast })),
    );
    // The reads are counted from zero again.
    price[2 * 1] = 50;
    for (let times = 0; times < 6; times += 1) blocks.noteReads(block, end);
    expect(order(blocks, 0)).toEqual([3, 1, 2, 0]);
    blocks.noteReads(block, end);
    expect(order(blocks, 0)).toEqual([3, 2, 1, 0]);
    price[2 * 3] = 60;
    for (let times = 0; times < 7; times += 1) blocks.noteReads(block, end);
    expect(order(blocks, 0)).toEqual([2, 1, 3, 0]);
    expect(order(blocks, 3)).toEqual([3, 1]);
    expect(order(blocks, 2)).toEqual([0]);
  });

  test('lists who is placed at a practitioner, the last one first, also after removals', () => {
    const blocks = new LearnerBlocks(network, new Float64Array(8));
    const [a, b, c, e] = [...blocks.of];
    const held = (practitioner: number): number[] => {
      const found: number[] = [];
      for (let block = blocks.firstHeld[practitioner]!; block >= 0; block = blocks.after(block))
        found.push(block);
      return found;
    };
    expect(held(0)).toEqual([]);
    for (const block of [a!, b!, c!, e!]) blocks.list(block, 1, 10 + block, 20 + block);
    expect(held(1)).toEqual([e, c, b, a]);
    expect(held(0)).toEqual([]);
    expect([blocks.numbers[c! + HEAD_COST], blocks.numbers[c! + HEAD_TIE]]).toEqual([10 + c!, 20 + c!]);
    blocks.unlist(b!, 1);
    expect(held(1)).toEqual([e, c, a]);
    blocks.unlist(e!, 1);
    expect(held(1)).toEqual([c, a]);
    blocks.unlist(a!, 1);
    expect(held(1)).toEqual([c]);
    blocks.list(a!, 2, 1, 1);
    expect([held(1), held(2)]).toEqual([[c], [a]]);
  });
});
