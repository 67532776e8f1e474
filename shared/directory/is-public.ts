import type { Practitioner } from '../people/practitioner.ts';
import { type Day, daysBetween, londonDay } from '../kernel/time.ts';
import { freshness } from '../people/freshness.ts';

/**
 * Whether the public sees a practitioner: listed, with consent, and confirmed recently. Paused, stale and
 * withdrawn listings are hidden. The date of confirmation is checked here as well, so that an old listing is
 * hidden in time even if the daily schedule did not run.
 */
export const isPublic = ({ state, consent, confirmedAt }: Practitioner, today: Day): boolean =>
  state === 'listed' &&
  consent.wording !== '' &&
  daysBetween(londonDay(confirmedAt), today) < freshness.hideAfterDays;
