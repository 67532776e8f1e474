import { epochOf, type Instant } from '../../shared/kernel/time.ts';
import type { Clock } from './clock.ts';

/**
 * Caches one value. Concurrent callers share one read; a failed read is not cached.
 *
 * @param milliseconds how long the value is kept, measured with `clock`
 */
export const ttlCache = <Value>(
  milliseconds: number,
  clock: Clock,
  read: (now: Instant) => Promise<Value>,
): (() => Promise<Value>) => {
  let kept: { readonly at: Instant; readonly value: Promise<Value> } | undefined;
  return async () => {
    const now = clock.now();
    const age = kept === undefined ? Infinity : epochOf(now) - epochOf(kept.at);
    if (kept === undefined || age > milliseconds || age < 0) kept = { at: now, value: read(now) };
    const mine = kept;
    try {
      return await mine.value;
    } catch (failure) {
      if (kept === mine) kept = undefined;
      throw failure;
    }
  };
};
