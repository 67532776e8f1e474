import { type RetentionRuleId, retentionRules } from '../../../shared/privacy/retention-rules.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';

/** Erases or deletes one thing. @returns false after a write conflict; the next night tries again if it is still due */
export type Deletion = () => Promise<boolean>;

/** Finds what a rule requires to be deleted by `now`, oldest first. */
export type Due = (now: Instant) => Promise<readonly Deletion[]>;

interface Deps {
  readonly clock: Clock;
  readonly log: Log;
  readonly due: Readonly<Record<RetentionRuleId, Due>>;
  /** Finds people who had been erased and are in the table again because an older backup was restored. */
  readonly erasedAndBack: Due;
}

/**
 * Maximum number of deletions under one rule in one night, so that the run ends before its timeout. The next night
 * does the rest.
 */
const MAX_DELETIONS_A_NIGHT = 1_000;

/**
 * Deletes everything that is due under the retention rules, and erases again the people whom a restored backup has
 * brought back. Idempotent. A failure does not stop the other deletions.
 * @throws at the end if anything has failed, so that the run is retried and the alarm is raised
 */
export const retain =
  ({ clock, log, due, erasedAndBack }: Deps) =>
  async (): Promise<void> => {
    const now = clock.now();
    let failed = 0;

    const deleteAll = async (reason: string, find: Due): Promise<void> => {
      let count = 0;
      try {
        for (const deletion of (await find(now)).slice(0, MAX_DELETIONS_A_NIGHT)) {
          try {
            if (await deletion()) count += 1;
          } catch (error) {
            failed += 1;
            log.surprise('deletion-failed', error, { reason });
          }
        }
      } catch (error) {
        failed += 1;
        log.surprise('retention-search-failed', error, { reason });
      }
      if (count > 0) log.event('deleted', { reason, count });
    };

    await deleteAll('erased-before', erasedAndBack);
    for (const { id } of Object.values(retentionRules)) await deleteAll(id, due[id]);
    if (failed > 0) throw new Error(`${failed} deletions failed`);
  };
