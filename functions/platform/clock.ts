import { type Instant, instantOf } from '../../shared/kernel/time.ts';

/** Current time. Use cases read it only from here. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => instantOf(Date.now()) };
