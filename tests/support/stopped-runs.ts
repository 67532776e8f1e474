import fc from 'fast-check';
import type { Table } from '../../functions/store/table/table.ts';

type Commit = Pick<Table, 'commit'>;

/** Draws the writes at which runs are stopped, from a seed. */
export const drawnStops = (count: number, most: number, seed = 20261121): readonly number[] =>
  fc.sample(fc.array(fc.integer({ min: 1, max: most }), { minLength: count, maxLength: count }), {
    numRuns: 1,
    seed,
  })[0] ?? [];

/**
 * Runs until the end. Each of the runs before it is stopped: from one of its writes on, nothing is written.
 * @param stops number of the first write that fails, for each run to stop
 * @returns how many runs were stopped
 */
export const runStopped = async (
  { commit }: Commit,
  stops: readonly number[],
  runOn: (table: Commit) => Promise<unknown>,
): Promise<number> => {
  let stopped = 0;
  for (const stop of stops) {
    let writes = 0;
    const run = runOn({
      commit: (changes, key) => {
        writes += 1;
        return writes >= stop ? Promise.reject(new Error('stopped')) : commit(changes, key);
      },
    });
    await run.catch(() => {
      stopped += 1;
    });
  }
  await runOn({ commit });
  return stopped;
};
