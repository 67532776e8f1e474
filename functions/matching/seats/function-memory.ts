import { policyOf } from '../../../shared/matching/policy.ts';
import { systemClock } from '../../platform/clock.ts';
import type { FunctionSystem } from '../../store/function-system.ts';
import { judgeContextOf } from '../../store/judge-context.ts';
import { ledgerRepository } from '../../store/repositories/ledger-repository.ts';
import { roundRepository } from '../../store/repositories/round-repository.ts';

/** Gives a function that ranks the balances of hosting and the prices of scarce practitioners of one system. */
export const functionMemory = ({ system, table }: FunctionSystem) =>
  judgeContextOf({
    system,
    ledger: ledgerRepository(table),
    rounds: roundRepository(table),
    clock: systemClock,
    policy: policyOf(system),
  });
