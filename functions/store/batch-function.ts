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
 * Creates the Lambda handler of a stream or queue, which gives each system the records that are about it. The event
 * of a schedule has no records: it goes to every system in turn.
 *
 * @param systemIdOf reads the id of the system from a record
 */
export const batchFunction = (
  systemIdOf: (record: unknown) => string | undefined,
  taskOf: (functionSystem: FunctionSystem) => (event: unknown) => Promise<BatchAnswer>,
): ((event: unknown) => Promise<BatchAnswer>) => {
  const log = functionLog();
  const systems = deployedSystems();
  const taskFor = madeOnce(taskOf);
  const ofBatch = systemsOfBatch({ systems, log, systemIdOf }, taskFor);
  const ofSchedule = everySystem({ systems, log }, (functionSystem) => () => taskFor(functionSystem)({}));
  return backgroundFunction(log, async (event: unknown) => {
    if (hasRecords(event)) return ofBatch(event);
    await ofSchedule();
    return { batchItemFailures: [] };
  });
};
