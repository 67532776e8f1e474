import { addDays, type Day, daysBetween, type Instant, londonDay } from '../kernel/time.ts';

/**
 * Hours a week that a seat takes, rounded up to half an hour.
 * @param hours hours of the seat
 * @param period first and last day of the supervision
 * @param from time from which the supervision can begin; weeks before it do not count
 */
export const hoursAWeek = (
  hours: number,
  period: { readonly from: Day; readonly to: Day },
  from: Instant,
): number => {
  const today = londonDay(from);
  const first = today > period.from ? today : period.from;
  const weeks = Math.max(1, daysBetween(first, addDays(period.to, 1)) / 7);
  return Math.ceil((hours / weeks) * 2) / 2;
};
