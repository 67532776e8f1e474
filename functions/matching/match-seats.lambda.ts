import { backgroundFunction } from '../platform/background-function.ts';
import { container } from './container.ts';
import { matchSeats } from './seats/match-seats.ts';
import { matchFromStream } from './seats/match-from-stream.ts';

export const handler = backgroundFunction(
  container.log,
  matchFromStream(matchSeats(container), container.log),
);
