import { systemOfMessage } from '../platform/queues/read-messages.ts';
import { batchFunction } from '../store/batch-function.ts';
import { containerOf } from './container.ts';
import { matchFromQueue } from './seats/match-from-queue.ts';
import { functionMemory } from './seats/function-memory.ts';
import { functionSupply } from './seats/function-supply.ts';
import { matchSeats } from './seats/match-seats.ts';

export const handler = batchFunction(systemOfMessage, (functionSystem) => {
  const container = containerOf(functionSystem);
  const supply = functionSupply(functionSystem, functionMemory(functionSystem));
  return matchFromQueue(matchSeats({ ...container, supply }), container.log);
});
