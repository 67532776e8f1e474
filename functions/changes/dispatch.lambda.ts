import { backgroundFunction } from '../platform/background-function.ts';
import { functionLog } from '../platform/log.ts';
import { functionQueues } from '../platform/queues/function-queues.ts';
import { dispatchChanges } from './dispatch.ts';

const log = functionLog();

export const handler = backgroundFunction(log, dispatchChanges({ queues: functionQueues(), log }));
