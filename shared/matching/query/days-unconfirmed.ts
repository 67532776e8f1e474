import { type Day, daysBetween } from '../../kernel/time.ts';
import type { Practitioner } from '../../people/practitioner.ts';

/** Days since a practitioner confirmed their details, by the UTC day: near enough for limits of months. */
export const daysUnconfirmed = ({ confirmedAt }: Practitioner, today: Day): number =>
  Math.max(0, daysBetween(confirmedAt.slice(0, 10), today));
