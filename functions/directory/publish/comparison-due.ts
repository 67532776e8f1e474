import { epochOf, type Instant } from '../../../shared/kernel/time.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The minute of the hour in which a system’s files are compared with all rows, so that systems take turns. */
const minuteOf = (systemId: string): number =>
  Buffer.from(systemId).reduce((sum, byte) => (sum * 31 + byte) % 60, 0);

/**
 * Whether the system’s minute of the hour has come since a run that was completed began. After a run that failed, the
 * comparison is due again.
 * @param begunAt time at which the last run that was completed began
 */
export const isComparisonDue = (systemId: string, begunAt: Instant, now: Instant): boolean => {
  const hourOf = (at: Instant): number =>
    Math.floor((epochOf(at) - minuteOf(systemId) * MINUTE_MS) / HOUR_MS);
  return hourOf(now) > hourOf(begunAt);
};
