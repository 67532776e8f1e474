import { backgroundFunction } from '../platform/background-function.ts';
import { functionLog } from '../platform/log.ts';
import { deployedSystems } from './deployed-systems.ts';
import { everySystem } from './every-system.ts';
import type { FunctionSystem } from './function-system.ts';

/** Creates the Lambda handler of a scheduled task, which runs for every system of the deployment in turn. */
export const scheduledFunction = (
  taskOf: (functionSystem: FunctionSystem) => () => Promise<unknown>,
): (() => Promise<void>) => {
  const log = functionLog();
  const run = backgroundFunction(log, everySystem({ systems: deployedSystems(), log }, taskOf));
  return () => run(undefined);
};
