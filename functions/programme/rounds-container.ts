import { roundPolicyOf } from '../../shared/rounds/round-policy.ts';
import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { functionLog } from '../platform/log.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { judgeContextOf } from '../store/judge-context.ts';
import { ledgerRepository } from '../store/repositories/ledger-repository.ts';

/** Makes the dependencies of the commands for rounds, for one system. */
export const roundsContainerOf = (functionSystem: FunctionSystem) => {
  const { system, table } = functionSystem;
  const policy = roundPolicyOf(system);
  return {
    ...functionSystem,
    clock: systemClock,
    chance: systemChance,
    log: functionLog(system.id),
    policy,
    memory: judgeContextOf({
      system,
      ledger: ledgerRepository(table),
      clock: systemClock,
      policy: policy.pairs,
    }),
  };
};
