import {
  addDays,
  addHours,
  type Day,
  type Instant,
  londonDay,
  londonInstant,
} from '../../../shared/kernel/time.ts';

/** The moment of the seeding, and others told from it: demonstration data never grows old. */
export interface Times {
  readonly now: Instant;
  readonly today: Day;
  /** A quarter past ten in London, so many days ago. */
  ago(days: number): Instant;
  /** Hours before now. */
  hoursAgo(hours: number): Instant;
  /** A day so many days from today; negative for the past. */
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
