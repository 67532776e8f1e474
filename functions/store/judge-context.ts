import { londonDay } from '../../shared/kernel/time.ts';
import { contextWithoutHistory, type JudgeContext } from '../../shared/matching/query/seat-query.ts';
import type { Policy } from '../../shared/matching/policy.ts';
import { balances, rememberedFrom } from '../../shared/matching/reciprocity.ts';
import type { ServiceSystem } from '../../shared/systems/service-system.ts';
import type { Clock } from '../platform/clock.ts';
import type { LedgerRepository } from './repositories/ledger-repository.ts';
import type { RoundRepository } from './repositories/round-repository.ts';

interface Deps {
  readonly system: ServiceSystem;
  readonly ledger: Pick<LedgerRepository, 'since'>;
  /** Reads the prices of recent rounds. If this function is omitted, no practitioner counts as scarce. */
  readonly rounds?: Pick<RoundRepository, 'pressure'>;
  readonly clock: Clock;
  readonly policy: Policy;
}

/**
 * Reads the organisations' balances, and the prices of recent rounds, which say how scarce each practitioner
 * was. Reads all these once per run, so that all pairs are judged by the same values.
 */
export const judgeContextOf =
  ({ system, ledger, rounds, clock, policy }: Deps) =>
  async (): Promise<JudgeContext> => {
    const today = londonDay(clock.now());
    const [entries, pressure] = await Promise.all([
      ledger.since(rememberedFrom(today, policy)),
      rounds?.pressure(),
    ]);
    return {
      ...contextWithoutHistory(system),
      balances: balances(entries, today, policy),
      prices: pressure?.prices ?? {},
    };
  };
