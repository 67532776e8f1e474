import type { Practitioner } from '../domain/practitioner.ts';
import { type Day, daysBetween, londonDay } from '../domain/time.ts';

/** Days after which details that nobody confirmed are stale. */
export const STALE_AFTER_DAYS = 120;

/**
 * Whether the public sees a practitioner: listed, agreed to be, and confirmed less than 120 days ago. The day counts here
 * too, so that a morning on which the schedule did not run shows nobody for longer. Paused, stale and withdrawn
 * practitioners are not shown: who pauses asks to be left out.
 */
export const isShown = ({ state, consent, confirmedAt }: Practitioner, today: Day): boolean =>
  state === 'listed' &&
  consent.wording !== '' &&
  daysBetween(londonDay(confirmedAt), today) < STALE_AFTER_DAYS;
