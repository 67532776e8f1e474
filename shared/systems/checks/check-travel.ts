import { csvRows } from '../../kernel/csv-rows.ts';
import { readRoadGraph } from '../road-graph.ts';
import { roadDrives } from '../road-drives.ts';
import type { SystemFile } from '../system-file.ts';
import { travelFileText } from '../travel-file.ts';
import { columnMistakes } from './check-columns.ts';
import { mistake, repeated } from './check-report.ts';

const FILE = 'travel.csv';

const travelColumns = [
  'outcode_from',
  'outcode_to',
  'road_minutes',
  'road_miles',
  'method',
  'confidence',
] as const;

/** Miles an hour that no drive from door to door reaches on average. */
const FASTEST = 75;

interface Row {
  readonly from: string;
  readonly to: string;
  readonly minutes: string;
  readonly miles: string;
  readonly label: string;
}

const pairOf = (from: string, to: string): string => [from, to].toSorted().join(' ');

const rowMistakes = (rows: readonly Row[], known: ReadonlySet<string>): string[] =>
  rows.flatMap(({ from, to, minutes, miles, label }) => {
    const unknown = [from, to].find((outcode) => !known.has(outcode));
    if (unknown !== undefined) {
      return [mistake(FILE, label, `${unknown} is neither an outcode of the system nor of a neighbour`)];
    }
    if (!/^[0-9]{1,3}$/u.test(minutes) || minutes === '0') {
      return [mistake(FILE, label, `its minutes “${minutes}” are not a whole number from 1`)];
    }
    if (!/^[0-9]{1,3}(?:\.[0-9])?$/u.test(miles)) {
      return [mistake(FILE, label, `its miles “${miles}” should look like 12.3`)];
    }
    const mph = (Number(miles) / Number(minutes)) * 60;
    return mph > FASTEST
      ? [mistake(FILE, label, `${miles} miles in ${minutes} minutes are ${Math.round(mph)} miles an hour`)]
      : [];
  });

const pairMistakes = (rows: readonly Row[]): string[] => {
  const first = new Map<string, Row>();
  for (const row of rows.toReversed()) first.set(pairOf(row.from, row.to), row);
  return repeated(rows, ({ from, to }) => pairOf(from, to)).map(({ from, to, minutes, miles, label }) => {
    const other = first.get(pairOf(from, to));
    return other?.minutes === minutes && other.miles === miles
      ? mistake(FILE, label, 'the pair is there twice: each pair stands in one direction')
      : mistake(FILE, label, `differs from ${other?.label ?? ''}: a drive takes as long in both directions`);
  });
};

const missingPairs = (rows: readonly Row[], own: readonly string[]): string[] => {
  const pairs = new Set(rows.map(({ from, to }) => pairOf(from, to)));
  const listed = new Set(rows.flatMap(({ from, to }) => [from, to]));
  const absent = own.filter((outcode) => !listed.has(outcode));
  const outcodes = [...listed].toSorted();
  return [
    ...absent.map((outcode) =>
      mistake(FILE, '', `the outcode ${outcode} has no drives: add it to roads.json`),
    ),
    ...outcodes.flatMap((from, index) =>
      outcodes
        .slice(index)
        .filter((to) => !pairs.has(pairOf(from, to)))
        .map((to) => mistake(FILE, '', `the drive from ${from} to ${to} is missing`)),
    ),
  ];
};

const tableMistakes = (text: string, { outcodes, neighbouringOutcodes = [] }: SystemFile): string[] => {
  const columns = columnMistakes(FILE, text, travelColumns);
  if (columns.length > 0) return columns;
  const own = outcodes.map(({ outcode }) => outcode);
  const rows = csvRows(text).map((row, index): Row => {
    const [from, to] = [row['outcode_from'] ?? '', row['outcode_to'] ?? ''];
    const label = `row ${index + 2} (${from} to ${to})`;
    return { from, to, minutes: row['road_minutes'] ?? '', miles: row['road_miles'] ?? '', label };
  });
  const known = new Set([...own, ...neighbouringOutcodes.map(({ outcode }) => outcode)]);
  const unknown = rowMistakes(rows, known);
  return unknown.length > 0 ? unknown : [...pairMistakes(rows), ...missingPairs(rows, own)];
};

/** Finds mistakes in the road graph and the travel table of a system, and a table that its graph does not make. */
export const travelMistakes = (
  roads: string | undefined,
  travel: string | undefined,
  system: SystemFile,
): string[] => {
  const graph = roads === undefined ? undefined : readRoadGraph(roads);
  if (graph?.ok === false) return graph.refusal.map((words) => mistake('roads.json', '', words));
  if (travel === undefined) {
    return graph === undefined ? [] : [mistake(FILE, '', `is missing: run npm run travel -- ${system.id}`)];
  }
  const mistakes = tableMistakes(travel, system);
  if (mistakes.length > 0 || graph === undefined) return mistakes;
  return travelFileText(roadDrives(graph.value)) === travel
    ? []
    : [mistake(FILE, '', `is not what roads.json makes: run npm run travel -- ${system.id}`)];
};
