import * as z from 'zod';
import { straightMiles } from '../geography/straight-miles.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import { linesOfElements } from './lines-of-elements.ts';

const confidence = z.enum(['high', 'medium', 'low']);
const point = {
  id: z.string().min(1),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
};

const roadGraphSchema = z.object({
  /** Minutes of every drive that are spent at its two ends, such as on parking. */
  terminalMinutes: z.number().min(0),
  /** Speed of a drive that stays inside one outcode. */
  insideMph: z.number().positive(),
  /** Ratio of road to straight line for a drive that stays inside one outcode. */
  insideWinding: z.number().min(1),
  /** Pairs of outcodes whose minutes are uncertain. */
  lowPairs: z.array(z.tuple([z.string(), z.string()])).default([]),
  nodes: z.array(
    z.discriminatedUnion('kind', [
      z.object({ ...point, kind: z.literal('junction') }),
      z.object({
        ...point,
        kind: z.literal('outcode'),
        /** Minutes from the centre of the outcode's people to its main road; negative where people live along it. */
        accessMinutes: z.number(),
        /** Usual miles in a straight line between two people of the outcode. */
        innerMiles: z.number().positive(),
        confidence,
      }),
    ]),
  ),
  edges: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      road: z.string(),
      miles: z.number().positive(),
      mph: z.number().positive(),
    }),
  ),
});

/** A road graph: outcodes and junctions, joined by links that can be driven in both directions. */
export type RoadGraph = z.infer<typeof roadGraphSchema>;
export type RoadNode = RoadGraph['nodes'][number];
export type Confidence = z.infer<typeof confidence>;

/** Miles by which a link may be shorter than the straight line, because both are rounded. */
const ROUNDING_MILES = 0.02;

const twice = (keys: readonly string[]): readonly number[] => {
  const first = new Set<string>();
  return keys.flatMap((key, index) => {
    if (first.has(key)) return [index];
    first.add(key);
    return [];
  });
};

const edgeMistakes = ({ nodes, edges }: RoadGraph): readonly (readonly [index: number, words: string])[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const keys = edges.map(({ from, to }) => [from, to].toSorted().join(' '));
  return [
    ...edges.flatMap(({ from, to, road, miles }, index): [number, string][] => {
      const unknown = [from, to].find((id) => !byId.has(id));
      if (unknown !== undefined) return [[index, `${road}: there is no node ${unknown}`]];
      if (from === to) return [[index, `${road}: the link starts and ends at ${from}`]];
      const straight = straightMiles(byId.get(from), byId.get(to)) ?? 0;
      return miles < straight - ROUNDING_MILES
        ? [[index, `${road}: ${miles} miles, but the straight line has ${straight.toFixed(2)}`]]
        : [];
    }),
    ...twice(keys).map((index): [number, string] => [index, `the link ${keys[index]} is there twice`]),
  ];
};

/** Finds the nodes that no road joins to the first outcode. */
const unreachable = ({ nodes, edges }: RoadGraph): readonly number[] => {
  const start = nodes.find(({ kind }) => kind === 'outcode');
  if (start === undefined) return [];
  const neighbours = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { from, to } of edges) {
    neighbours.get(from)?.push(to);
    neighbours.get(to)?.push(from);
  }
  const reached = new Set([start.id]);
  for (const id of reached) for (const next of neighbours.get(id) ?? []) reached.add(next);
  return nodes.flatMap(({ id }, index) => (reached.has(id) ? [] : [index]));
};

/**
 * Reads the text of a `roads.json`. Refuses a graph with mistakes, and names each with its line:
 * "line 333: A282: there is no node A2M26".
 */
export const readRoadGraph = (text: string): Result<RoadGraph, string[]> => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refused([error instanceof Error ? error.message : 'not JSON']);
  }
  const lines = linesOfElements(text);
  const at = (list: string, index: number, words: string): string =>
    `line ${lines.get(list)?.[index] ?? 1}: ${words}`;
  const read = roadGraphSchema.safeParse(json);
  if (!read.success) {
    return refused(
      read.error.issues.map(({ path: [list = '', index, ...field], message }) =>
        at(String(list), Number(index), `${field.length === 0 ? String(list) : field.join('.')}: ${message}`),
      ),
    );
  }
  const graph = read.data;
  const outcodes = new Set(graph.nodes.filter(({ kind }) => kind === 'outcode').map(({ id }) => id));
  const mistakes = [
    ...twice(graph.nodes.map(({ id }) => id)).map((index) =>
      at('nodes', index, `the node ${graph.nodes[index]?.id} is there twice`),
    ),
    ...edgeMistakes(graph).map(([index, words]) => at('edges', index, words)),
    ...graph.lowPairs.flatMap((pair, index) =>
      pair.filter((id) => !outcodes.has(id)).map((id) => at('lowPairs', index, `there is no outcode ${id}`)),
    ),
    ...(outcodes.size === 0 ? ['line 1: there is no outcode'] : []),
  ];
  const lost = mistakes.length > 0 ? [] : unreachable(graph);
  mistakes.push(...lost.map((index) => at('nodes', index, `no road leads to ${graph.nodes[index]?.id}`)));
  return mistakes.length === 0 ? accepted(graph) : refused(mistakes);
};
