import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagedRun, type RunCounts, type RunStep } from '../../../functions/store/runs/paged-run.ts';
import { runProgressRepository } from '../../../functions/store/repositories/run-progress-repository.ts';
import { NOW } from '../../support/builders.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { runStopped } from '../../support/stopped-runs.ts';

/** Some steps, each with lists of so many pages, which count "page" and remember what they have seen. */
const aRun = (steps: readonly (readonly number[])[]) => {
  const table = memoryTable();
  const seen: string[] = [];
  const ends: RunCounts[] = [];
  const described = {
    id: (today: string) => `test#${today}`,
    steps: steps.map((lists, step): RunStep => ({
      lists: lists.length,
      page: ({ list, after = '0' }) => {
        seen.push([step, list, after].join());
        const next = Number(after) + 1;
        return Promise.resolve({
          ...(next < (lists[list] ?? 0) ? { next: String(next) } : {}),
          counts: { page: 1 },
        });
      },
    })),
    end: (_: unknown, counts: RunCounts) => {
      ends.push(counts);
      return Promise.resolve();
    },
  };
  const progress = runProgressRepository(table);
  const run = (on: Pick<typeof table, 'commit'> = table) =>
    pagedRun({ table: on, clock: { now: () => NOW }, progress }, described);
  const all = steps.flatMap((lists, step) =>
    lists.flatMap((pages, list) =>
      Array.from({ length: Math.max(1, pages) }, (_, page) => [step, list, page].join()),
    ),
  );
  return { table, seen, ends, run, all };
};

describe('a run in pages', () => {
  it('walks every page of every list of every step once, in their order, and then ends', async () => {
    const its = aRun([[2, 0, 3], [1], [4]]);
    expect(await its.run()()).toBe('complete');
    expect(its.seen).toEqual(its.all);
    expect(its.ends).toEqual([{ page: its.all.length }]);
  });

  it('that is stopped anywhere goes on there, counts each page once and ends once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 10 }),
        async (steps, stops) => {
          const its = aRun(steps);
          // Stops that lie behind the end let the run end; the last run then starts again.
          const unfinished = stops.reduce((sum, stop) => sum + stop - 1, 0) < its.all.length ? stops : [];
          const stopped = await runStopped(its.table, unfinished, (table) => its.run(table)());
          expect(stopped).toBe(unfinished.length);
          expect([...new Set(its.seen)]).toEqual(its.all);
          // Only the page in which a run was stopped is repeated.
          expect(its.seen).toHaveLength(its.all.length + stopped);
          expect(its.ends).toEqual([{ page: its.all.length }]);
        },
      ),
      { numRuns: 200, seed: 20261121 },
    );
  });

  it('writes nothing down after short lists on which nothing counted, until it ends or its time is over', async () => {
    const table = memoryTable();
    const seen: number[] = [];
    let writes = 0;
    const counting: Pick<typeof table, 'commit'> = {
      commit: (changes, key) => {
        writes += 1;
        return table.commit(changes, key);
      },
    };
    const run = pagedRun(
      { table: counting, clock: { now: () => NOW }, progress: runProgressRepository(table) },
      {
        id: (today) => `test#${today}`,
        steps: [
          {
            lists: 5,
            page: ({ list }) => {
              seen.push(list);
              return Promise.resolve({});
            },
          },
        ],
      },
    );
    expect(await run()).toBe('complete');
    expect(writes).toBe(1);
    let asked = 0;
    expect(await run(() => (asked += 1) <= 4)).toBe('to-go-on');
    expect(writes).toBe(2);
    expect(await run()).toBe('complete');
    expect(seen).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
  });

  it('stops between two pages when its time is over, and goes on in another call', async () => {
    const its = aRun([[3, 3]]);
    let pages = 0;
    expect(await its.run()(() => (pages += 1) <= 4)).toBe('to-go-on');
    expect(its.ends).toEqual([]);
    expect(await its.run()()).toBe('complete');
    expect(its.seen).toEqual(its.all);
  });

  it('starts again from the beginning, with no counts, once it is complete', async () => {
    const its = aRun([[2]]);
    await its.run()();
    await its.run()();
    expect(its.seen).toEqual([...its.all, ...its.all]);
    expect(its.ends).toEqual([{ page: 2 }, { page: 2 }]);
  });

  it('starts again from the beginning if its end has failed', async () => {
    const its = aRun([[2]]);
    const failing = pagedRun(
      { table: its.table, clock: { now: () => NOW }, progress: runProgressRepository(its.table) },
      {
        id: (today) => `test#${today}`,
        steps: [{ lists: 1, page: () => Promise.resolve({ counts: { failed: 1 } }) }],
        end: (_, { failed }) => Promise.reject(new Error(`${String(failed)} failed`)),
      },
    );
    await expect(failing()).rejects.toThrow('1 failed');
    expect(await its.run()()).toBe('complete');
    expect(its.ends).toEqual([{ page: 2 }]);
  });

  it('counts each page once when two workers run at the same time', async () => {
    const its = aRun([[5, 5], [5]]);
    await Promise.all([its.run()(), its.run()()]);
    expect([...new Set(its.seen)]).toEqual(its.all);
    expect(its.ends).toEqual([{ page: its.all.length }]);
  });
});
