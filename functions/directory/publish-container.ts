import { policyOf } from '../../shared/matching/policy.ts';
import { systemChance } from '../platform/chance.ts';
import { environment, settings } from '../platform/environment.ts';
import { functionObjects } from '../platform/objects/function-objects.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { judgeContextOf } from '../store/judge-context.ts';
import { ledgerRepository } from '../store/repositories/ledger-repository.ts';
import { roundRepository } from '../store/repositories/round-repository.ts';
import { containerOf } from './container.ts';

/** Makes the dependencies of the functions that build the files of one system. */
export const publishContainerOf = (functionSystem: FunctionSystem) => {
  const container = containerOf(functionSystem);
  const { system, table } = functionSystem;
  const { BUCKET_NAME } = environment({ BUCKET_NAME: settings.BUCKET_NAME });
  return {
    ...container,
    objects: functionObjects(BUCKET_NAME),
    chance: systemChance,
    memory: judgeContextOf({
      system,
      ledger: ledgerRepository(table),
      rounds: roundRepository(table),
      clock: container.clock,
      policy: policyOf(system),
    }),
  };
};
