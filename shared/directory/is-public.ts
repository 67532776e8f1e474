import type { Practitioner } from '../people/practitioner.ts';
import { type Day, daysBetween, londonDay } from '../kernel/time.ts';
import { freshness } from '../people/freshness.ts';

/**
 * Whether the public sees a practitioner: listed, with consent, and confirmed recently. Paused, stale and
 * withdrawn listings are hidden, and so are the
 * copies of a neighbouring system's DPPs. The date of confirmation is checked here as well, so that an old listing is
 * hidden in time even if the daily schedule did not run.
 */
export const isPublic = ({ state, guest, consent, confirmedAt }: Practitioner, today: Day): boolean =>
  state === 'listed' &&
  guest === undefined &&
  consent.wording !== '' &&
  daysBetween(londonDay(confirmedAt), today) < freshness.hideAfterDays;
