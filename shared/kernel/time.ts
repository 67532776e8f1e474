import * as z from 'zod';
import { bankHolidays } from './bank-holidays.ts';
import { memoize } from './memoize.ts';

/** A moment as ISO 8601 in UTC with milliseconds. Text order is chronological order. */
export const instantSchema = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof instantSchema>;

/** A calendar day in London as YYYY-MM-DD. Text order is chronological order. */
export const daySchema = z.iso.date();
export type Day = z.infer<typeof daySchema>;

const MS_PER_DAY = 86_400_000;

/** Converts milliseconds since 1970 to an instant. */
export const instantOf = (epochMilliseconds: number): Instant => new Date(epochMilliseconds).toISOString();

/** Converts an instant to milliseconds since 1970. */
export const epochOf = (instant: Instant): number => Date.parse(instant);

export const addMilliseconds = (instant: Instant, milliseconds: number): Instant =>
  instantOf(epochOf(instant) + milliseconds);

export const addHours = (instant: Instant, hours: number): Instant =>
  addMilliseconds(instant, hours * 3_600_000);

export const addMinutes = (instant: Instant, minutes: number): Instant =>
  addMilliseconds(instant, minutes * 60_000);

const dayNumber = memoize((day: Day): number => Date.parse(`${day}T00:00:00.000Z`) / MS_PER_DAY);

const dayOfNumber = memoize((number: number): Day =>
  new Date(number * MS_PER_DAY).toISOString().slice(0, 10),
);

export const addDays = (day: Day, days: number): Day => dayOfNumber(dayNumber(day) + days);

/** Whole days between two days; negative if `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => ((dayNumber(day) + 3) % 7) + 1;

/** Whether a day is a working day: Monday to Friday, except bank holidays in England. */
export const isWorkingDay = (day: Day): boolean => weekdayOf(day) <= 5 && !bankHolidays.has(day);

/** Adds working days: Monday to Friday, except bank holidays in England. */
export const addWorkingDays = (day: Day, days: number): Day => {
  let result = day;
  for (let left = days; left > 0;) {
    result = addDays(result, 1);
    if (isWorkingDay(result)) left -= 1;
  }
  return result;
};

const londonParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});

/**
 * Converts an hour in UTC ("2026-11-21T07") to the day and hour in London. Minutes are not needed, because
 * London's offset is always a whole hour.
 */
const londonHour = memoize((hourOfUtc: string): { readonly day: Day; readonly hour: string } => {
  const moment = new Date(`${hourOfUtc}:00:00.000Z`);
  const part = new Map(londonParts.formatToParts(moment).map(({ type, value }) => [type, value]));
  const of = (name: Intl.DateTimeFormatPartTypes): string => part.get(name) ?? '';
  return { day: `${of('year')}-${of('month')}-${of('day')}`, hour: of('hour') };
});

const londonParted = (instant: Instant): { readonly day: Day; readonly time: string } => {
  const { day, hour } = londonHour(instant.slice(0, 13));
  return { day, time: `${hour}:${instant.slice(14, 16)}` };
};

export const londonDay = (instant: Instant): Day => londonParted(instant).day;

/** Time of day in London: "07:30". */
export const londonTime = (instant: Instant): string => londonParted(instant).time;

/**
 * The moment at which clocks in London show `time` on `day`.
 * @param time "HH:MM", not between 01:00 and 02:00, which is ambiguous when clocks change
 */
export const londonInstant = (day: Day, time: string): Instant => {
  const asIfUtc = `${day}T${time}:00.000Z`;
  const shown = londonParted(asIfUtc);
  return shown.time === time && shown.day === day ? asIfUtc : addHours(asIfUtc, -1);
};

const MS_PER_MINUTE = 60_000;

/** How long it is from now until a time within the next hour: "in 5 minutes", "in an hour". Rounded up. */
export const waitInWords = (now: Instant, until: Instant): string => {
  const minutes = Math.max(1, Math.ceil((epochOf(until) - epochOf(now)) / MS_PER_MINUTE));
  if (minutes === 1) return 'in a minute';
  return minutes <= 50 ? `in ${minutes} minutes` : 'in an hour';
};

/** ISO week of a day: "2026-W47". */
export const isoWeek = (day: Day): string => {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
};

const longDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** Puts a day into words: "14 January 2027". */
export const dayInWords = memoize((day: Day): string => longDay.format(new Date(`${day}T00:00:00.000Z`)));

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Time since a day, in words: "today", "yesterday", "5 days ago", "3 weeks ago", "4 months ago". */
export const agoInWords = (day: Day, today: Day): string => {
  const days = daysBetween(day, today);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 14) return `${days} days ago`;
  if (days < 60) return `${plural(Math.floor(days / 7), 'week')} ago`;
  return `${plural(Math.floor(days / 30), 'month')} ago`;
};

/** A period of days, including the first and the last. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Number of days that two periods share; 0 if they do not overlap. */
export const overlapDays = (a: Period, b: Period): number => {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return Math.max(0, daysBetween(from, to) + 1);
};
