import { backgroundFunction } from '../platform/background-function.ts';
import { functionLog } from '../platform/log.ts';
import { functionQueues } from '../platform/queues/function-queues.ts';
import { deployedSystems } from '../store/deployed-systems.ts';
import { startRun } from '../store/runs/start-run.ts';

const { ids: systemIds } = deployedSystems();

export const handler = backgroundFunction(
  functionLog(),
  startRun({ systemIds, queues: functionQueues(), queue: 'jobs' }, 'weekly-digests'),
);
