import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRoadGraph } from '../../../shared/systems/road-graph.ts';
import { roadDrives } from '../../../shared/systems/road-drives.ts';

const node = (id: string, latitude: number, more = {}) => ({
  id,
  kind: 'outcode',
  latitude,
  longitude: 0,
  accessMinutes: 1,
  innerMiles: 1,
  confidence: 'high',
  ...more,
});

const graph = () => ({
  note: 'with "quotes", [brackets] and {braces}',
  terminalMinutes: 5,
  insideMph: 20,
  insideWinding: 1.5,
  lowPairs: [['ZZ3', 'ZZ1']],
  nodes: [
    node('ZZ1', 51),
    node('ZZ2', 51.1, { confidence: 'medium', accessMinutes: -0.6 }),
    node('ZZ3', 51.2),
    { id: 'CROSS', kind: 'junction', latitude: 51.05, longitude: 0 },
  ],
  edges: [
    { from: 'ZZ1', to: 'CROSS', road: 'A1', miles: 4, mph: 40 },
    { from: 'ZZ2', to: 'CROSS', road: 'A1', miles: 4, mph: 60 },
    { from: 'ZZ2', to: 'ZZ3', road: 'B1', miles: 7, mph: 35 },
    { from: 'ZZ1', to: 'ZZ2', road: 'lane', miles: 7, mph: 20 },
  ],
});
type Graph = ReturnType<typeof graph>;

/** A graph of a road from ZZ1 by a junction to ZZ2, and one to ZZ3; each line of the text is named in the tests. */
const text = (change: (graph: Graph) => object = (same) => same): string => {
  const { nodes, edges, lowPairs, ...rest } = change(graph()) as Graph;
  const list = (rows: readonly unknown[]) => rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  return `{
  "rest": ${JSON.stringify(Object.keys(rest))},
  ${JSON.stringify(rest).slice(1, -1)},
  "lowPairs": [
${list(lowPairs)}
  ],
  "nodes": [
${list(nodes)}
  ],
  "edges": [
${list(edges)}
  ]
}`;
};

const drives = (written: string) => {
  const read = readRoadGraph(written);
  if (!read.ok) throw new Error(read.refusal.join('\n'));
  return roadDrives(read.value);
};

const mistakes = (change: (graph: Graph) => object): readonly string[] => {
  const read = readRoadGraph(text(change));
  return read.ok ? [] : read.refusal;
};

const withNode = (index: number, more: object) => (made: Graph) => ({
  ...made,
  nodes: made.nodes.map((each, at) => (at === index ? { ...each, ...more } : each)),
});
const withEdge = (index: number, more: object) => (made: Graph) => ({
  ...made,
  edges: made.edges.map((each, at) => (at === index ? { ...each, ...more } : each)),
});

describe('drives on a road graph', () => {
  it('follow the quickest road, not the shortest', () => {
    expect(drives(text()).map(({ from, to, minutes, miles }) => [from, to, minutes, miles])).toEqual([
      ['ZZ1', 'ZZ1', 10, 1.5],
      ['ZZ1', 'ZZ2', 15, 8],
      ['ZZ1', 'ZZ3', 29, 15],
      ['ZZ2', 'ZZ2', 10, 1.5],
      ['ZZ2', 'ZZ3', 17, 7],
      ['ZZ3', 'ZZ3', 10, 1.5],
    ]);
  });

  it('are as certain as their less certain end, and uncertain where the graph says so', () => {
    expect(drives(text()).map(({ method, confidence }) => `${method} ${confidence}`)).toEqual([
      'inside low',
      'graph medium',
      'graph low',
      'inside low',
      'graph medium',
      'inside low',
    ]);
  });
});

describe('a mistake in a road graph is named with its line', () => {
  it.each<[string, (graph: Graph) => object, string]>([
    ['a link to nowhere', withEdge(1, { to: 'CROS' }), 'line 15: A1: there is no node CROS'],
    ['a link to itself', withEdge(2, { to: 'ZZ2' }), 'line 16: B1: the link starts and ends at ZZ2'],
    [
      'a link that is shorter than the straight line',
      withEdge(3, { miles: 6.8 }),
      'line 17: lane: 6.8 miles, but the straight line has 6.91',
    ],
    [
      'a link that is there twice',
      withEdge(3, { from: 'CROSS', to: 'ZZ2' }),
      'line 17: the link CROSS ZZ2 is there twice',
    ],
    ['a speed of nothing', withEdge(0, { mph: 0 }), 'line 14: mph: Too small: expected number to be >0'],
    ['a node that is there twice', withNode(3, { id: 'ZZ1' }), 'line 11: the node ZZ1 is there twice'],
    [
      'a latitude on no globe',
      withNode(1, { latitude: 511 }),
      'line 9: latitude: Too big: expected number to be <=90',
    ],
    [
      'an uncertain pair of an unknown outcode',
      (made) => ({ ...made, lowPairs: [['ZZ1', 'CROSS']] }),
      'line 5: there is no outcode CROSS',
    ],
    [
      'an outcode that no road reaches',
      (made) => ({ ...made, nodes: [...made.nodes, node('ZZ4', 51.3)] }),
      'line 12: no road leads to ZZ4',
    ],
  ])('%s', (_, change, words) => {
    expect(mistakes(change)).toContain(words);
  });

  it('and text that is not JSON is refused', () => {
    expect(readRoadGraph('{ "nodes": [').ok).toBe(false);
  });

  it('and so is a graph without outcodes', () => {
    expect(mistakes((made) => ({ ...made, nodes: [], edges: [], lowPairs: [] }))).toEqual([
      'line 1: there is no outcode',
    ]);
  });

  it('and the line is right in the graph of Kent and Medway', () => {
    const written = readFileSync(
      join(import.meta.dirname, '../../../shared/reference/systems/kent-and-medway/roads.json'),
      'utf8',
    );
    const wrong = written.replace('"to": "A2M25", "road": "A282"', '"to": "A2M26", "road": "A282"');
    const line = wrong.slice(0, wrong.indexOf('A2M26')).split('\n').length;
    expect(readRoadGraph(wrong)).toEqual({
      ok: false,
      refusal: [`line ${line}: A282: there is no node A2M26`],
    });
  });
});
