import type { Practitioner } from '../people/practitioner.ts';
import { addDays, type Day } from '../kernel/time.ts';
import { freeFrom, LOOK_AHEAD_DAYS, startOf } from '../capacity/free-places.ts';

/** Whether a DPP takes learners, in the words that tested well: plain, and never a promise of a number. */
export const availabilities = [
  { id: 'has-places', words: 'Has places' },
  { id: 'may-have-places', words: 'May have places' },
  { id: 'not-now', words: 'Not taking learners now' },
] as const;

type AvailabilityId = (typeof availabilities)[number]['id'];

export const availabilityIds = availabilities.map(({ id }) => id);

export interface Availability {
  readonly id: AvailabilityId;
  /** The first day from which a place is free; absent when none is in sight. */
  readonly from?: Day;
}

/**
 * A place that is free from the day the DPP starts (within half a year) makes "has places". All taken, or none offered:
 * "may have places" for who said yes or maybe about next year, otherwise "not now", with the day on which one comes free.
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
