import type { JobQueue } from '../../../shared/contracts/change-queues.ts';
import { systemClock } from '../../platform/clock.ts';
import { functionLog } from '../../platform/log.ts';
import { functionQueues } from '../../platform/queues/function-queues.ts';
import { systemOfMessage } from '../../platform/queues/read-messages.ts';
import { batchFunction } from '../batch-function.ts';
import { deployedSystems } from '../deployed-systems.ts';
import type { FunctionSystem } from '../function-system.ts';
import type { BatchAnswer } from '../systems-of-batch.ts';
import type { Run } from './paged-run.ts';
import { runJob } from './run-job.ts';
import { startRun } from './start-run.ts';

/**
 * Creates the Lambda handler of a run with a queue of its own. Its schedule only asks for the run in every system; the
 * queue's messages run it, in as many parts as it takes.
 * @param queue the queue, which has the name of the run
 */
export const timedJob = (
  queue: JobQueue,
  runOf: (functionSystem: FunctionSystem) => Run,
): ((event: unknown) => Promise<BatchAnswer>) => {
  const queues = functionQueues();
  const { ids: systemIds } = deployedSystems();
  return batchFunction(
    systemOfMessage,
    (functionSystem) =>
      runJob({
        runs: { [queue]: runOf(functionSystem) },
        ...{ queues, queue, clock: systemClock, log: functionLog(functionSystem.system.id) },
      }),
    startRun({ systemIds, queues, queue }, queue),
  );
};
