import { describe, expect, test } from 'vitest';
import { Components } from '../../../shared/allocation/components.ts';
import { chanceFrom } from '../../support/allocation/seeded.ts';

type Graph = readonly (readonly number[])[];

const componentsOf = (graph: Graph) => {
  const asked: number[] = [];
  const components = new Components(graph.length, (node) => {
    asked.push(node);
    return Int32Array.from(graph[node]!);
  });
  return { components, asked };
};

const reachable = (graph: Graph, start: number): ReadonlySet<number> => {
  const seen = new Set([start]);
  for (const node of seen) for (const next of graph[node]!) seen.add(next);
  return seen;
};

describe('a graph taken apart', () => {
  test('has together what leads to each other, and knows where that leads', () => {
    // The arrows are 0 → 1 ⇄ 2 → 3; node 4 has none.
    const { components } = componentsOf([[1], [2], [1, 3], [], []]);
    const [first, second, third] = [components.of(0), components.of(1), components.of(3)];
    expect(components.of(2)).toBe(second);
    expect(new Set([first, second, third]).size).toBe(3);
    expect(components.at(first)).toEqual({ nodes: [0], next: [second] });
    expect([...components.at(second).nodes].toSorted()).toEqual([1, 2]);
    expect(components.at(second).next).toEqual([third]);
    expect(components.at(third)).toEqual({ nodes: [3], next: [] });
  });

  test('is read only as far as it is asked for, and each node once', () => {
    const { components, asked } = componentsOf([[1], [0, 2], [2], [0]]);
    components.of(2);
    expect(asked).toEqual([2]);
    components.of(0);
    components.of(1);
    expect(asked.toSorted()).toEqual([0, 1, 2]);
  });

  test('has the same parts as reachability says: 200 seeded graphs', () => {
    const { between } = chanceFrom(3);
    for (let round = 0; round < 200; round += 1) {
      const nodes = between(1, 9);
      const graph = Array.from({ length: nodes }, () =>
        Array.from({ length: between(0, 3) }, () => between(0, nodes - 1)),
      );
      const { components } = componentsOf(graph);
      const reach = graph.map((_, node) => reachable(graph, node));
      for (let one = 0; one < nodes; one += 1) {
        const together = reach.flatMap((from, other) =>
          from.has(one) && reach[one]!.has(other) ? [other] : [],
        );
        const { nodes: found, next } = components.at(components.of(one));
        expect([...found].toSorted()).toEqual(together);
        const outside = together.flatMap((node) => graph[node]!.filter((other) => !together.includes(other)));
        expect([...next].toSorted()).toEqual(
          [...new Set(outside.map((other) => components.of(other)))].toSorted(),
        );
      }
    }
  });
});
