import type { Practitioner } from '../people/practitioner.ts';
import type { ServiceSettings } from '../systems/service-settings.ts';
import { type Day, daysBetween, londonDay } from '../kernel/time.ts';
import { isShown } from '../people/standing.ts';

/**
 * Whether the public sees a practitioner: of a standing that the directory shows, with consent, and confirmed recently.
 * The copies of a neighbouring system's DPPs are hidden. The date of confirmation is checked here as well, so that an old
 * listing is hidden in time even if the daily schedule did not run.
 */
export const isPublic = (
  practitioner: Practitioner,
  today: Day,
  { hideAfterDays }: Pick<ServiceSettings, 'hideAfterDays'>,
): boolean => {
  const { guest, consent, confirmedAt } = practitioner;
  return (
    isShown(practitioner, today) &&
    guest === undefined &&
    consent.wording !== '' &&
    daysBetween(londonDay(confirmedAt), today) < hideAfterDays
  );
};
