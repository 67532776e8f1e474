import { type RetentionRuleId, retentionRules } from '../../../shared/privacy/retention-rules.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';

/**
 * Deletes or erases one thing.
 * @returns false if it was changed meanwhile; the next night tries again if it is still due
 */
export type LetGo = () => Promise<boolean>;

/** Finds what is due under a rule, oldest first. */
export type Due = (now: Instant) => Promise<readonly LetGo[]>;

interface Deps {
  readonly clock: Clock;
  readonly log: Log;
  readonly due: Readonly<Record<RetentionRuleId, Due>>;
  /** People who reappeared after a restore. */
  readonly erasedAndBack: Due;
}

/** Maximum number of deletions for one rule in one night, so that a run ends in time. The next night continues. */
const A_NIGHT = 1_000;

/**
 * Deletes or erases everything that is due, and people who reappeared after a restore. Idempotent. A failure does not
 * stop the others.
 * @throws at the end if anything failed, so that the run is repeated and the alarm is raised
 */
export const retain =
  ({ clock, log, due, erasedAndBack }: Deps) =>
  async (): Promise<void> => {
    const now = clock.now();
    let failed = 0;

    const letAllGo = async (reason: string, find: Due): Promise<void> => {
      let count = 0;
      try {
        for (const letGo of (await find(now)).slice(0, A_NIGHT)) {
          try {
            if (await letGo()) count += 1;
          } catch (error) {
            failed += 1;
            log.surprise('not-let-go', error, { reason });
          }
        }
      } catch (error) {
        failed += 1;
        log.surprise('not-looked-for', error, { reason });
      }
      if (count > 0) log.event('let-go', { reason, count });
    };

    await letAllGo('erased-before', erasedAndBack);
    for (const { id } of Object.values(retentionRules)) await letAllGo(id, due[id]);
    if (failed > 0) throw new Error(`${failed} could not be let go`);
  };
