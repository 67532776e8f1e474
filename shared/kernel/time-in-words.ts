import { addMilliseconds, type Day, dayInWords, type Instant, londonDay, londonTime } from './time.ts';

/** Time of day in London: "9:15am", "7pm", "12:30am". */
export const clockInWords = (instant: Instant): string => {
  const [hour = '0', minute = '00'] = londonTime(instant).split(':');
  const hours = Number(hour);
  const twelve = hours % 12 === 0 ? 12 : hours % 12;
  return `${twelve}${minute === '00' ? '' : `:${minute}`}${hours < 12 ? 'am' : 'pm'}`;
};

/** Puts a moment into words: "9:15am on 27 November 2026". */
const momentInWords = (instant: Instant): string =>
  `${clockInWords(instant)} on ${dayInWords(londonDay(instant))}`;

/**
 * The last day on which something due at `end` can still be done; if `end` is midnight, that is the day
 * before.
 */
export const lastDayBefore = (end: Instant): Day => londonDay(addMilliseconds(end, -1));

/**
 * "9:15am on 27 November 2026". Midnight becomes "the end of 27 November 2026", because "midnight" is
 * ambiguous.
 */
export const deadlineInWords = (end: Instant): string =>
  londonTime(end) === '00:00' ? `the end of ${dayInWords(lastDayBefore(end))}` : momentInWords(end);
