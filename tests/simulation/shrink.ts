import { runSeed, type SeedOptions, type SeedReport } from './run-seed.ts';

/** Maximum number of runs while shrinking. */
const MOST_RUNS = 300;

const kindOf = ({ violation }: SeedReport): string =>
  (violation?.what ?? '').replaceAll(/[\w.#-]*\d[\w.#:-]*/gu, '').slice(0, 60);

export interface Shortest {
  readonly report: SeedReport;
  /** Number of operations that are needed to show the violation. */
  readonly operations: number;
}

/**
 * Shortens a history that leads to a violation. Removes the operations after the violation. Then omits halves, quarters
 * and eighths of the others for a trial. Leaves a part out for good if the same kind of violation still occurs without
 * it.
 */
export const shortest = async (options: SeedOptions, found: SeedReport): Promise<Shortest> => {
  const operations =
    found.violation?.operation === undefined ? options.operations : found.violation.operation + 1;
  let without = new Set<number>(options.without);
  let best = await runSeed({ ...options, operations, without });
  if (kindOf(best) !== kindOf(found)) return { report: found, operations };
  let runs = 0;
  for (
    let size = Math.ceil(operations / 2);
    size >= 1 && runs < MOST_RUNS;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  )
    for (let from = 0; from < operations && runs < MOST_RUNS; from += size) {
      const tried = new Set(without);
      for (let number = from; number < Math.min(operations, from + size); number += 1) tried.add(number);
      if (tried.size === without.size) continue;
      runs += 1;
      const report = await runSeed({ ...options, operations, without: tried });
      if (kindOf(report) !== kindOf(found)) continue;
      without = tried;
      best = report;
    }
  const report = await runSeed({ ...options, operations, without, tellStory: true });
  return { report: report.violation === undefined ? best : report, operations: operations - without.size };
};
