import type { Confidence, RoadGraph, RoadNode } from './road-graph.ts';

/** The quickest way by road between two outcodes, or a usual drive inside one. */
export interface RoadDrive {
  readonly from: string;
  readonly to: string;
  /** Whole minutes from door to door. */
  readonly minutes: number;
  /** Miles by road, not rounded. */
  readonly miles: number;
  readonly method: 'graph' | 'inside';
  readonly confidence: Confidence;
}

interface Way {
  readonly minutes: number;
  readonly miles: number;
}

interface Link extends Way {
  readonly to: string;
}

type OutcodeNode = Extract<RoadNode, { kind: 'outcode' }>;

const linksOf = ({ nodes, edges }: RoadGraph): ReadonlyMap<string, readonly Link[]> => {
  const links = new Map<string, Link[]>(nodes.map(({ id }) => [id, []]));
  for (const { from, to, miles, mph } of edges) {
    const minutes = (miles / mph) * 60;
    links.get(from)?.push({ to, minutes, miles });
    links.get(to)?.push({ to: from, minutes, miles });
  }
  return links;
};

/** Finds the quickest ways from one node by Dijkstra's algorithm; a plain scan is enough for hundreds of nodes. */
const quickestFrom = (
  start: string,
  links: ReadonlyMap<string, readonly Link[]>,
): ReadonlyMap<string, Way> => {
  const open = new Map<string, Way>([[start, { minutes: 0, miles: 0 }]]);
  const settled = new Map<string, Way>();
  while (open.size > 0) {
    const [id, way] = [...open].reduce((best, next) => (next[1].minutes < best[1].minutes ? next : best));
    open.delete(id);
    settled.set(id, way);
    for (const link of links.get(id) ?? []) {
      if (settled.has(link.to)) continue;
      const minutes = way.minutes + link.minutes;
      if (minutes < (open.get(link.to)?.minutes ?? Infinity)) {
        open.set(link.to, { minutes, miles: way.miles + link.miles });
      }
    }
  }
  return settled;
};

const worse = (a: Confidence, b: Confidence): Confidence => {
  const order: readonly Confidence[] = ['high', 'medium', 'low'];
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
};

/** Computes the drive of every pair of outcodes, each pair once and in the order of the graph's nodes. */
export const roadDrives = (graph: RoadGraph): readonly RoadDrive[] => {
  const links = linksOf(graph);
  const outcodes = graph.nodes.filter((node): node is OutcodeNode => node.kind === 'outcode');
  const uncertain = new Set(graph.lowPairs.map((pair) => pair.toSorted().join(' ')));
  const inside = (from: OutcodeNode): RoadDrive => {
    const miles = from.innerMiles * graph.insideWinding;
    const minutes = Math.round(graph.terminalMinutes + (miles / graph.insideMph) * 60);
    return { from: from.id, to: from.id, minutes, miles, method: 'inside', confidence: 'low' };
  };
  return outcodes.flatMap((from, index) => {
    const ways = quickestFrom(from.id, links);
    return [
      inside(from),
      ...outcodes.slice(index + 1).map((to): RoadDrive => {
        const way = ways.get(to.id);
        if (way === undefined) throw new Error(`no road from ${from.id} to ${to.id}`);
        const isUncertain = uncertain.has([from.id, to.id].toSorted().join(' '));
        return {
          from: from.id,
          to: to.id,
          minutes: Math.round(graph.terminalMinutes + (from.accessMinutes + to.accessMinutes) + way.minutes),
          miles: way.miles,
          method: 'graph',
          confidence: isUncertain ? 'low' : worse(from.confidence, to.confidence),
        };
      }),
    ];
  });
};
