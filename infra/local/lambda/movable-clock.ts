import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

/** The clock that functions see: this machine's clock plus an offset that only grows. */
export interface MovableClock {
  /** Current time of the clock, in milliseconds since 1970. */
  readonly now: () => number;
  /**
   * Moves the clock forward to `time` (milliseconds since 1970); does nothing if the clock already shows a
   * later time.
   */
  readonly moveTo: (time: number) => void;
  /** Offset from this machine's clock in milliseconds, shared with every worker. */
  readonly offset: SharedArrayBuffer;
}

/**
 * @param keepIn file that keeps the offset between starts. If it is omitted, the offset is 0 again after the
 *   next start. Data that was written with a moved clock then has dates in the future.
 */
export const movableClock = (keepIn?: string): MovableClock => {
  const offset = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  const ahead = new Float64Array(offset);
  if (keepIn !== undefined && existsSync(keepIn))
    ahead[0] = z.number().parse(JSON.parse(readFileSync(keepIn, 'utf8')));
  const now = (): number => Date.now() + (ahead[0] ?? 0);
  return {
    now,
    moveTo: (time) => {
      ahead[0] = (ahead[0] ?? 0) + Math.max(0, time - now());
      if (keepIn === undefined) return;
      mkdirSync(dirname(keepIn), { recursive: true });
      writeFileSync(keepIn, JSON.stringify(ahead[0]));
    },
    offset,
  };
};
