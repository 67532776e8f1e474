import { type Instant, instantOf } from '../../shared/kernel/time.ts';

/** What time it is: the only way for a use case to know. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => instantOf(Date.now()) };
