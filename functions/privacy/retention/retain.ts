import { type RetentionRuleId, retentionRules } from '../../../shared/privacy/retention-rules.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';

/** Lets one thing go. @returns false when somebody has changed it meanwhile: tomorrow again, if it is still due */
export type LetGo = () => Promise<boolean>;

/** What a rule finds due at an instant; oldest first. */
export type Due = (now: Instant) => Promise<readonly LetGo[]>;

interface Deps {
  readonly clock: Clock;
  readonly log: Log;
  readonly due: Readonly<Record<RetentionRuleId, Due>>;
  /** Whoever was erased and is there again: after a restore. */
  readonly erasedAndBack: Due;
}

/** Things that one rule lets go in a night, so that a run ends in time; the rest goes the night after. */
const A_NIGHT = 1_000;

/**
 * Lets go of everything whose time is over by the rules, and of whoever was erased before a restore. Twice is once:
 * what is gone is not due any more. One thing that fails does not keep the others.
 * @throws at the end when anything failed, so that it is tried again and the alarm goes off
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
