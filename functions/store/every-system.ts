import type { Log } from '../platform/log.ts';
import type { FunctionSystem } from './function-system.ts';
import type { FunctionSystems } from './function-systems.ts';
import { madeOnce } from './made-once.ts';

interface Deps {
  readonly systems: Pick<FunctionSystems, 'all'>;
  readonly log: Pick<Log, 'surprise'>;
}

/**
 * Runs a scheduled task for each system in turn. A failure in one system does not keep the others from their run.
 *
 * @throws Error after the last system, if the task failed for any, so that the schedule tries again
 */
export const everySystem = (
  { systems, log }: Deps,
  taskOf: (functionSystem: FunctionSystem) => () => Promise<unknown>,
): (() => Promise<void>) => {
  const taskFor = madeOnce(taskOf);
  return async () => {
    let failed = 0;
    for (const functionSystem of await systems.all())
      try {
        await taskFor(functionSystem)();
      } catch (error) {
        failed += 1;
        log.surprise('system-failed', error, { system: functionSystem.system.id });
      }
    if (failed > 0) throw new Error('the task failed for some systems');
  };
};
