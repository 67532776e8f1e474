import { type Day, daysBetween } from '../../kernel/time.ts';
import type { Practitioner } from '../../people/practitioner.ts';

/**
 * Counts the days since a practitioner confirmed their details, by the UTC day, which is accurate enough for
 * limits of several months.
 */
export const daysUnconfirmed = ({ confirmedAt }: Practitioner, today: Day): number =>
  Math.max(0, daysBetween(confirmedAt.slice(0, 10), today));
