import { type Instant, instantOf } from '../../shared/kernel/time.ts';

/** Source of the current time. Use cases have no other, so that tests can set the time. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => instantOf(Date.now()) };
