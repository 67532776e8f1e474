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
  /** 10:15 in London on the day that many days ago. */
  ago(days: number): Instant;
  /** That many hours before now. */
  hoursAgo(hours: number): Instant;
  /** The day that many days after today; negative for days before today. */
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
