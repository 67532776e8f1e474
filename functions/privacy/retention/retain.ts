import { type RetentionRuleId, retentionRules } from '../../../shared/privacy/retention-rules.ts';
import type { Day, Instant } from '../../../shared/kernel/time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { RunProgressRepository } from '../../store/repositories/run-progress-repository.ts';
import { pagedRun, type Run, type RunPage, type RunStep } from '../../store/runs/paged-run.ts';
import type { ListPage } from '../../store/table/list-page.ts';
import type { Table } from '../../store/table/table.ts';

/** Erases or deletes one thing. @returns false after a write conflict; the next night tries again if it is still due */
export type Deletion = () => Promise<boolean>;

/**
 * Finds what must be deleted by `now` on one page of a list.
 * @param after position in the list after which to read; from its start if undefined
 */
export type DueList = (now: Instant, after: string | undefined) => Promise<ListPage<Deletion>>;

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly progress: RunProgressRepository;
  /** The lists that may hold something due under each rule. */
  readonly due: Readonly<Record<RetentionRuleId, readonly DueList[]>>;
  /** Finds people who had been erased and are in the table again because an older backup was restored. */
  readonly erasedAndBack: DueList;
}

const runOf = (today: Day): string => `retention#${today}`;

/**
 * Deletes everything that is due under the retention rules, and erases again the people whom a restored backup has
 * brought back. Idempotent. Works in pages; a failure does not stop the other deletions.
 * @throws at the end if anything has failed, so that the run is repeated, in the end as a dead letter with an alarm
 */
export const retain = ({ log, due, erasedAndBack, ...deps }: Deps): Run => {
  const deletePage = async (reason: string, find: DueList, { now, today, after }: RunPage) => {
    let [count, failed] = [0, 0];
    let next: string | undefined;
    try {
      const page = await find(now, after);
      next = page.next;
      for (const deletion of page.found)
        try {
          if (await deletion()) count += 1;
        } catch (error) {
          failed += 1;
          log.surprise('deletion-failed', error, { reason });
        }
    } catch (error) {
      failed += 1;
      log.surprise('retention-search-failed', error, { reason });
    }
    if (count > 0) log.event('deleted', { reason, count, run: runOf(today) });
    return { ...(next === undefined ? {} : { next }), ...(failed === 0 ? {} : { counts: { failed } }) };
  };

  const stepOf = (reason: string, lists: readonly DueList[]): RunStep => ({
    lists: lists.length,
    page: async (page) => {
      const find = lists[page.list];
      return find === undefined ? {} : deletePage(reason, find, page);
    },
  });

  return pagedRun(deps, {
    id: runOf,
    steps: [
      stepOf('erased-before', [erasedAndBack]),
      ...Object.values(retentionRules).map(({ id }) => stepOf(id, due[id])),
    ],
    end: ({ today }, { failed = 0 }) => {
      if (failed > 0) return Promise.reject(new Error(`${String(failed)} deletions failed`));
      log.event('retained', { run: runOf(today) });
      return Promise.resolve();
    },
  });
};
