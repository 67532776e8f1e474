import { roundPolicyOf } from '../../shared/rounds/round-policy.ts';
import { publicHash } from '../matching/rounds/public-hash.ts';
import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { environment, settings } from '../platform/environment.ts';
import { functionLog } from '../platform/log.ts';
import { functionObjects } from '../platform/objects/function-objects.ts';
import { functionQueues } from '../platform/queues/function-queues.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { judgeContextOf } from '../store/judge-context.ts';
import { ledgerRepository } from '../store/repositories/ledger-repository.ts';

/** Makes the dependencies of the commands for rounds, for one system. */
export const roundsContainerOf = (functionSystem: FunctionSystem) => {
  const { system, table } = functionSystem;
  const policy = roundPolicyOf(system);
  const { BUCKET_NAME } = environment({ BUCKET_NAME: settings.BUCKET_NAME });
  return {
    ...functionSystem,
    clock: systemClock,
    chance: systemChance,
    log: functionLog(system.id),
    policy,
    publicHash: publicHash({
      systemId: system.id,
      objects: functionObjects(BUCKET_NAME),
      queues: functionQueues(),
    }),
    memory: judgeContextOf({
      system,
      ledger: ledgerRepository(table),
      clock: systemClock,
      policy: policy.pairs,
    }),
  };
};
