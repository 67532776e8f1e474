import {
  addDays,
  addHours,
  type Day,
  type Instant,
  londonDay,
  londonInstant,
} from '../../../shared/kernel/time.ts';

/** The moment of seeding and dates relative to it, so that demonstration data never looks old. */
export interface Times {
  readonly now: Instant;
  readonly today: Day;
  /** Returns 10:15 in London on the day that is this number of days ago. */
  ago(days: number): Instant;
  /** Returns the moment that is this number of hours before now. */
  hoursAgo(hours: number): Instant;
  /** Returns the day that is this number of days after today; a negative number gives a day before today. */
  in(days: number): Day;
}

export const timesAt = (now: Instant): Times => {
  const today = londonDay(now);
  return {
    now,
    today,
    ago: (days) => londonInstant(addDays(today, -days), '10:15'),
    hoursAgo: (hours) => addHours(now, -hours),
    in: (days) => addDays(today, days),
  };
};
