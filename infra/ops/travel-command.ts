import { readRoadGraph } from '../../shared/systems/road-graph.ts';
import { roadDrives } from '../../shared/systems/road-drives.ts';
import { travelFileText } from '../../shared/systems/travel-file.ts';

interface Files {
  /** Reads a file of a system's folder; `undefined` if it is missing. */
  readonly read: (system: string, name: string) => string | undefined;
  readonly write: (system: string, name: string, text: string) => void;
}

interface Ended {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

const failed = (exit: number, ...lines: readonly string[]): Ended => ({
  exit,
  out: '',
  err: lines.map((line) => `${line}\n`).join(''),
});

/** Runs `npm run travel -- SYSTEM`: makes the system's `travel.csv` from its `roads.json`. */
export const runTravel =
  ({ read, write }: Files) =>
  ([system, ...others]: readonly string[]): Ended => {
    if (system === undefined || !/^[a-z][a-z0-9-]*$/u.test(system) || others.length > 0)
      return failed(2, 'Usage: npm run travel -- SYSTEM, the name of its folder in shared/reference/systems');
    const text = read(system, 'roads.json');
    if (text === undefined) return failed(1, `${system} has no roads.json`);
    const graph = readRoadGraph(text);
    if (!graph.ok) return failed(1, ...graph.refusal.map((mistake) => `roads.json, ${mistake}`));
    const drives = roadDrives(graph.value);
    write(system, 'travel.csv', travelFileText(drives));
    return { exit: 0, out: `${system}: travel.csv has ${drives.length} pairs\n`, err: '' };
  };
