import { type Day, type Instant, londonDay } from '../../../shared/kernel/time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { RunProgressRepository } from '../repositories/run-progress-repository.ts';
import type { RunProgress } from '../table/rows/run-progress-rows.ts';
import type { Table } from '../table/table.ts';

/** The moment of a run, and the day in London at that moment. */
export interface RunMoment {
  readonly now: Instant;
  readonly today: Day;
}

/** Counts of a run by code: "failed", 2. */
export type RunCounts = Readonly<Record<string, number>>;

/** One page of a list, on which a step has to do its work. */
export interface RunPage extends RunMoment {
  /** Position of the list within the step, from 0. */
  readonly list: number;
  /** Position in the list after which to read; from its start if undefined. */
  readonly after: string | undefined;
  /** Counts of the run on the pages before this one. */
  readonly counts: RunCounts;
}

/** Result of one page of a step. */
interface PageResult {
  /** The position after which the list goes on; undefined after its last page. */
  readonly next?: string;
  /** To be added to the counts of the run. */
  readonly counts?: RunCounts;
}

/** One step of a run: some lists, and the work to do on each page of them. */
export interface RunStep {
  readonly lists: number;
  /**
   * Does the work of one page. Must be idempotent: a run that was stopped repeats the page in which it was.
   */
  readonly page: (page: RunPage) => Promise<PageResult>;
}

/** A run that stops between two pages when `mayGoOn` says so, and later goes on where it stopped. */
export type Run = (mayGoOn?: () => boolean) => Promise<'complete' | 'to-go-on'>;

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly clock: Clock;
  readonly progress: RunProgressRepository;
}

interface Described {
  /** Returns the name of the run on a day: "daily#2026-11-21". Its progress is stored under it. */
  readonly id: (today: Day) => string;
  /** The steps, in the order in which they run. */
  readonly steps: readonly RunStep[];
  /** Ends the run, after its last page. Must be idempotent. */
  readonly end?: (moment: RunMoment, counts: RunCounts) => Promise<void>;
}

/** A position in the run: a step, one of its lists, and how far the list has been walked. */
type Position = Pick<RunProgress, 'list' | 'after'> & { readonly step: number };

const positionOf = ({
  step,
  list,
  after,
}: Pick<RunProgress, 'step' | 'list' | 'after'>): Position | undefined =>
  step === undefined ? undefined : { step, list, ...(after === undefined ? {} : { after }) };

/** Says whether a list ended on this page, and nothing on it counted. */
const isShort = ({ next, counts = {} }: PageResult): boolean =>
  next === undefined && Object.keys(counts).length === 0;

const sumOf = (counts: RunCounts, more: RunCounts): RunCounts =>
  Object.fromEntries(
    [...new Set([...Object.keys(counts), ...Object.keys(more)])].map((code) => [
      code,
      (counts[code] ?? 0) + (more[code] ?? 0),
    ]),
  );

/**
 * Makes a run that walks lists in pages. Stores the position and the counts, so that a run that was stopped goes on
 * there, in another call or after a failure. It stores them after each page after which its list goes on and each that
 * counted something; a short list is quicker read again than noted. A run that is complete starts again from the
 * beginning, because more may be due later on the same day.
 */
export const pagedRun = ({ table, clock, progress }: Deps, { id: idOf, steps, end }: Described): Run => {
  const nextPosition = ({ step, list }: Position, next: string | undefined): Position | undefined => {
    if (next !== undefined) return { step, list, after: next };
    if (list + 1 < (steps[step]?.lists ?? 0)) return { step, list: list + 1 };
    return step + 1 < steps.length ? { step: step + 1, list: 0 } : undefined;
  };

  return async (mayGoOn = () => true) => {
    const now = clock.now();
    const moment = { now, today: londonDay(now) };
    const id = idOf(moment.today);
    let stored = await progress.find(id);
    let position = (stored && positionOf(stored)) ?? { step: 0, list: 0 };
    let counts: RunCounts = stored?.step === undefined ? {} : (stored.counts ?? {});
    let goesOnNow = mayGoOn();
    while (goesOnNow) {
      const { list, after } = position;
      const done = (await steps[position.step]?.page({ ...moment, list, after, counts })) ?? {};
      counts = sumOf(counts, done.counts ?? {});
      const following = nextPosition(position, done.next);
      goesOnNow = mayGoOn();
      if (following !== undefined && isShort(done) && goesOnNow) {
        position = following;
        continue;
      }
      const reached: RunProgress = {
        ...{ id, version: stored?.version ?? 0, at: now, list: 0, ...following },
        ...(Object.keys(counts).length === 0 ? {} : { counts }),
      };
      const outcome = await table.commit([progress.save(reached)]);
      stored = outcome.committed ? { ...reached, version: reached.version + 1 } : await progress.find(id);
      // A conflict means that another worker goes on with the same run: this one takes over its position and counts.
      const goesOn = outcome.committed ? following : stored && positionOf(stored);
      if (goesOn === undefined) {
        if (outcome.committed) await end?.(moment, counts);
        return 'complete';
      }
      position = goesOn;
      counts = stored?.counts ?? {};
    }
    return 'to-go-on';
  };
};
