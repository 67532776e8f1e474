import type { Practitioner } from '../people/practitioner.ts';
import { type Day, daysBetween, londonDay } from '../kernel/time.ts';
import { policy } from '../matching/policy.ts';

/**
 * Whether a practitioner is visible to the public: listed, with consent, and confirmed within the matching
 * policy's limit (120 days). Checks the day here too, so that a missed run of the schedule shows nobody for
 * longer. Paused, stale and withdrawn practitioners are hidden.
 */
export const isPublic = ({ state, consent, confirmedAt }: Practitioner, today: Day): boolean =>
  state === 'listed' &&
  consent.wording !== '' &&
  daysBetween(londonDay(confirmedAt), today) < policy.staleDays.value;
