import { systemOfMessage } from '../platform/queues/read-messages.ts';
import { batchFunction } from '../store/batch-function.ts';
import { containerOf } from './container.ts';
import { matchFromQueue } from './seats/match-from-queue.ts';
import { matchSeats } from './seats/match-seats.ts';

export const handler = batchFunction(systemOfMessage, (functionSystem) => {
  const container = containerOf(functionSystem);
  return matchFromQueue(matchSeats(container), container.log);
});
