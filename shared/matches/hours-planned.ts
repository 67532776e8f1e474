import type { Match } from './match.ts';
import { daysBetween, type Day } from '../kernel/time.ts';

/**
 * Hours of a match that are done before a day if they are spread evenly over its days.
 * @returns whole hours, at most those agreed
 */
export const hoursPlannedUntil = (
  { hours, from, to }: Pick<Match, 'hours' | 'from' | 'to'>,
  day: Day,
): number => {
  const days = daysBetween(from, to) + 1;
  const served = Math.max(0, Math.min(days, daysBetween(from, day)));
  return Math.floor((hours * served) / days);
};
