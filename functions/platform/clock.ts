import { type Instant, instantOf } from '../../shared/kernel/time.ts';

/** Source of the current time. Use cases read the time only from here, so that tests can set it. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => instantOf(Date.now()) };
