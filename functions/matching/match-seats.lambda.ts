import { batchFunction } from '../store/batch-function.ts';
import { containerOf } from './container.ts';
import { matchSeats } from './seats/match-seats.ts';
import { matchFromStream } from './seats/match-from-stream.ts';

export const handler = batchFunction(
  () => undefined,
  (functionSystem) => {
    const container = containerOf(functionSystem);
    return matchFromStream(matchSeats(container), container.log);
  },
);
