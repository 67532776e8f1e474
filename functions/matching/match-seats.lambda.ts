import { batchFunction } from '../store/batch-function.ts';
import { systemOfRecord } from '../store/system-of-record.ts';
import { containerOf } from './container.ts';
import { matchSeats } from './seats/match-seats.ts';
import { matchFromStream } from './seats/match-from-stream.ts';

export const handler = batchFunction(systemOfRecord, (functionSystem) => {
  const container = containerOf(functionSystem);
  return matchFromStream(matchSeats(container), container.log);
});
