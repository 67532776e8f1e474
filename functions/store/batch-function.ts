import { backgroundFunction } from '../platform/background-function.ts';
import { functionLog } from '../platform/log.ts';
import { deployedSystems } from './deployed-systems.ts';
import { everySystem } from './every-system.ts';
import type { FunctionSystem } from './function-system.ts';
import { madeOnce } from './made-once.ts';
import { type BatchAnswer, systemsOfBatch } from './systems-of-batch.ts';

const hasRecords = (event: unknown): boolean =>
  typeof event === 'object' && event !== null && 'Records' in event;

/**
 * Creates the Lambda handler of a stream or queue, which gives each system the records that are about it.
 *
 * @param systemIdOf reads the id of the system from a record
 * @param onSchedule answers the event of a schedule, which has no records; goes to every system in turn if omitted
 */
export const batchFunction = (
  systemIdOf: (record: unknown) => string | undefined,
  taskOf: (functionSystem: FunctionSystem) => (event: unknown) => Promise<BatchAnswer>,
  onSchedule?: () => Promise<void>,
): ((event: unknown) => Promise<BatchAnswer>) => {
  const log = functionLog();
  const systems = deployedSystems();
  const taskFor = madeOnce(taskOf);
  const ofBatch = systemsOfBatch({ systems, log, systemIdOf }, taskFor);
  const ofSchedule =
    onSchedule ?? everySystem({ systems, log }, (functionSystem) => () => taskFor(functionSystem)({}));
  return backgroundFunction(log, async (event: unknown) => {
    if (hasRecords(event)) return ofBatch(event);
    await ofSchedule();
    return { batchItemFailures: [] };
  });
};
