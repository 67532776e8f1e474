import type { Practitioner } from '../people/practitioner.ts';
import { type Day, daysBetween, londonDay } from '../kernel/time.ts';
import { policy } from '../matching/policy.ts';

/**
 * Whether the public sees a practitioner: listed, with consent, and confirmed recently enough by the matching policy
 * (120 days). The day counts here too, so that a morning on which the schedule did not run shows nobody for longer.
 * Paused, stale and withdrawn practitioners are not shown: who pauses asks to be left out.
 */
export const isPublic = ({ state, consent, confirmedAt }: Practitioner, today: Day): boolean =>
  state === 'listed' &&
  consent.wording !== '' &&
  daysBetween(londonDay(confirmedAt), today) < policy.staleDays.value;
