import { addMilliseconds, type Day, dayInWords, type Instant, londonDay, londonTime } from './time.ts';

/** The clock in London as people say it: "9:15am", "7pm", "12:30am". */
export const clockInWords = (instant: Instant): string => {
  const [hour = '0', minute = '00'] = londonTime(instant).split(':');
  const hours = Number(hour);
  const twelve = hours % 12 === 0 ? 12 : hours % 12;
  return `${twelve}${minute === '00' ? '' : `:${minute}`}${hours < 12 ? 'am' : 'pm'}`;
};

/** "9:15am on 27 November 2026" */
const momentInWords = (instant: Instant): string =>
  `${clockInWords(instant)} on ${dayInWords(londonDay(instant))}`;

/** The last day on which something that ends at a moment can still be done: the day before, where it ends at midnight. */
export const lastDayBefore = (end: Instant): Day => londonDay(addMilliseconds(end, -1));

/** "9:15am on 27 November 2026", or "the end of 27 November 2026": nobody can tell which night "midnight" is. */
export const deadlineInWords = (end: Instant): string =>
  londonTime(end) === '00:00' ? `the end of ${dayInWords(lastDayBefore(end))}` : momentInWords(end);
