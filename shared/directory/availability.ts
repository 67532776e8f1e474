import type { Practitioner } from '../people/practitioner.ts';
import { addDays, type Day } from '../kernel/time.ts';
import { freeFrom, LOOK_AHEAD_DAYS, startOf } from '../capacity/free-places.ts';

/**
 * Wordings that say whether a DPP takes learners. They tested well: they are plain and promise no number of
 * places.
 */
export const availabilities = [
  { id: 'has-places', words: 'Has places' },
  { id: 'may-have-places', words: 'May have places' },
  { id: 'not-now', words: 'Not taking learners now' },
] as const;

type AvailabilityId = (typeof availabilities)[number]['id'];

export const availabilityIds = availabilities.map(({ id }) => id);

export interface Availability {
  readonly id: AvailabilityId;
  /** First day on which a place is free; absent if there is no such day. */
  readonly from?: Day;
}

/**
 * Finds out whether a DPP takes learners, and the first day on which a place is free.
 *
 * - `has-places`: the DPP starts within half a year and has a place free from that day.
 * - `may-have-places`: otherwise, if the DPP answered yes or maybe about next year.
 * - `not-now`: in all other cases.
 */
export const availabilityOf = (practitioner: Practitioner, today: Day): Availability => {
  const start = startOf(practitioner, today);
  const from = freeFrom(practitioner, today);
  const hopeful = practitioner.nextYear === 'yes' || practitioner.nextYear === 'maybe';
  const id =
    from === start && start <= addDays(today, LOOK_AHEAD_DAYS)
      ? 'has-places'
      : hopeful
        ? 'may-have-places'
        : 'not-now';
  return { id, ...(from === undefined ? {} : { from }) };
};
