import { type CalendarDay, calendarFile } from '../kernel/calendar-file.ts';
import type { Instant } from '../kernel/time.ts';
import { withinSentence, wordsOf } from '../reference/reference-words.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import type { Match } from './match.ts';

/** Name of the calendar file that a browser saves. */
export const CALENDAR_NAME = 'supervision.ics';

/**
 * Makes the calendar file of agreed matches: first and last day of each, and the day by which the DPP's signature is
 * needed.
 * @param matches each with the name of the other person
 * @param host domain of the site
 */
export const matchCalendar = (
  request: Pick<SupervisionRequest, 'id' | 'signOffNeededBy'>,
  matches: readonly { readonly match: Match; readonly other: string }[],
  host: string,
  now: Instant,
): string => {
  const days = matches.flatMap(({ match, other }): CalendarDay[] => {
    const text = `${withinSentence(wordsOf(match.role))}, ${match.hours} hours`;
    return [
      { id: `${match.id}-start`, day: match.from, title: `Supervision with ${other} starts`, text },
      { id: `${match.id}-end`, day: match.to, title: `Supervision with ${other} ends`, text },
    ];
  });
  const signOff = {
    id: `${request.id}-sign-off`,
    day: request.signOffNeededBy,
    title: `Signature needed: supervision with ${matches.map(({ other }) => other).join(', ')}`,
  };
  return calendarFile(matches.length === 0 ? [] : [...days, signOff], host, now);
};
