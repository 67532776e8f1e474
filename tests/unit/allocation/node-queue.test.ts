import { describe, expect, test } from 'vitest';
import { NodeQueue } from '../../../shared/allocation/node-queue.ts';
import { chanceFrom } from '../../support/allocation/seeded.ts';

const drained = (queue: NodeQueue): number[] => {
  const taken: number[] = [];
  for (let node = queue.takeNearest(); node >= 0; node = queue.takeNearest()) taken.push(node);
  return taken;
};

describe('nodes that wait for the search', () => {
  test('come out nearest first, by cost and then by hash', () => {
    const queue = new NodeQueue(6);
    const waiting = [
      [0, 5, 1],
      [1, 3, 9],
      [2, 3, 2],
      [3, 5, 0],
      [4, -1, 7],
    ] as const;
    for (const [node, cost, hash] of waiting) queue.put(node, cost, hash);
    expect(drained(queue)).toEqual([4, 2, 1, 3, 0]);
    expect(queue.takeNearest()).toBe(-1);
  });

  test('may come nearer while they wait, never after their turn', () => {
    const queue = new NodeQueue(3);
    queue.put(0, 5, 5);
    queue.put(1, 4, 5);
    queue.put(0, 4, 4);
    expect(queue.takeNearest()).toBe(0);
    expect(queue.distance[0]).toBe(4);
    expect(queue.distance[1]).toBe(4);
    expect(() => queue.put(0, 3, 0)).toThrow('node 0 came nearer after its turn');
  });

  test('are nearer only by a lower cost, or by a lower hash at the same cost', () => {
    const queue = new NodeQueue(2);
    expect(queue.isNearer(1, 1e15, 0)).toBe(true);
    queue.put(1, 7, 3);
    expect(queue.isNearer(1, 6, 9)).toBe(true);
    expect(queue.isNearer(1, 7, 2)).toBe(true);
    expect(queue.isNearer(1, 7, 3)).toBe(false);
    expect(queue.isNearer(1, 7, 4)).toBe(false);
    expect(queue.isNearer(1, 8, 0)).toBe(false);
  });

  test('are forgotten before the next search, but for those that were shut', () => {
    const queue = new NodeQueue(4);
    for (const node of [0, 1, 2]) queue.put(node, node, 0);
    queue.takeNearest();
    queue.exclude(2);
    queue.clear();
    expect(queue.takeNearest()).toBe(-1);
    expect(queue.isNearer(0, 99, 0)).toBe(true);
    expect(queue.isNearer(1, 99, 0)).toBe(true);
    expect(queue.isNearer(2, -99, 0)).toBe(false);
    queue.put(0, 3, 0);
    queue.put(1, 2, 0);
    queue.put(3, 1, 0);
    expect(drained(queue)).toEqual([3, 1, 0]);
    queue.clear();
    expect(queue.isNearer(2, -99, 0)).toBe(false);
    expect(queue.isNearer(3, 99, 0)).toBe(true);
  });

  test('come out in order in each of 60 searches of a seeded mix', () => {
    const { between, next } = chanceFrom(7);
    const nodes = 40;
    const queue = new NodeQueue(nodes);
    for (let search = 0; search < 60; search += 1) {
      queue.clear();
      const known = new Map<number, readonly [number, number]>();
      const done = new Set<number>();
      for (let step = 0; step < 120; step += 1) {
        const node = between(0, nodes - 1);
        const [cost, hash] = [between(0, 9), between(0, 3)];
        if (next() < 0.65) {
          const before = known.get(node);
          const nearer = before === undefined || cost < before[0] || (cost === before[0] && hash < before[1]);
          expect(queue.isNearer(node, cost, hash)).toBe(nearer);
          if (!nearer || done.has(node)) continue;
          queue.put(node, cost, hash);
          known.set(node, [cost, hash]);
        } else {
          const waiting = [...known].filter(([one]) => !done.has(one)).map(([, distance]) => distance);
          const taken = queue.takeNearest();
          if (waiting.length === 0) expect(taken).toBe(-1);
          else {
            const least = waiting.reduce((a, b) => ((a[0] - b[0] || a[1] - b[1]) <= 0 ? a : b));
            expect(known.get(taken)).toEqual(least);
            expect(done.has(taken)).toBe(false);
            done.add(taken);
          }
        }
      }
    }
  });
});
