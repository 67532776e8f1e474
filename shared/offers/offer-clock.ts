import type { SupervisionRequest } from '../requests/request.ts';
import {
  addDays,
  addMilliseconds,
  addWorkingDays,
  type Day,
  epochOf,
  type Instant,
  isWorkingDay,
  londonDay,
  londonInstant,
  londonTime,
} from '../kernel/time.ts';

/**
 * Number by which the remaining working days are divided when time is short, so that three practitioners can be
 * asked in turn.
 */
const ASKED_BEFORE_DEADLINE = 3;

/**
 * Last day of the search: the day by which a signed DPP must be named. For a seat that becomes vacant after
 * that day, the search goes on until the course ends.
 */
export const soughtUntil = ({
  signOffNeededBy,
  courseEnd,
  reopenedAt,
}: Pick<SupervisionRequest, 'signOffNeededBy' | 'courseEnd' | 'reopenedAt'>): Day =>
  reopenedAt !== undefined && londonDay(reopenedAt) >= signOffNeededBy && courseEnd > signOffNeededBy
    ? courseEnd
    : signOffNeededBy;

/**
 * Number of whole working days in which to answer: the largest number up to `most` for which three such periods
 * fit before the sign-off day; one if there is no such number.
 */
const daysToAnswer = (today: Day, until: Day, most: number): number => {
  let days = most;
  while (days > 1 && addWorkingDays(today, days * ASKED_BEFORE_DEADLINE) > until) days -= 1;
  return days;
};

/**
 * Adds working days to `now`, and keeps the time of day. If `now` is on a day off, the result is the end of
 * the last of these working days.
 */
const afterWorkingDays = (now: Instant, days: number): Instant => {
  const today = londonDay(now);
  const last = addWorkingDays(today, days);
  return isWorkingDay(today)
    ? londonInstant(last, londonTime(now))
    : londonInstant(addDays(last, 1), '00:00');
};

/**
 * Computes an offer's deadline. The practitioner has the usual number of whole working days or, near the sign-off day, a
 * third of the working days left, but at least one. The deadline is never after the sign-off day. The
 * reminder is due halfway.
 * @param usualDays working days in which to answer, if there is enough time
 * @returns the moments of the deadline and of the reminder; an answer at `expiresAt` or later is too late
 */
export const offerClock = (
  request: Pick<SupervisionRequest, 'signOffNeededBy' | 'courseEnd' | 'reopenedAt'>,
  now: Instant,
  usualDays: number,
): { readonly remindAt: Instant; readonly expiresAt: Instant } => {
  const until = soughtUntil(request);
  const usual = afterWorkingDays(now, daysToAnswer(londonDay(now), until, usualDays));
  const end = londonInstant(addDays(until, 1), '00:00');
  const expiresAt = usual < end ? usual : end;
  return { remindAt: addMilliseconds(now, Math.floor((epochOf(expiresAt) - epochOf(now)) / 2)), expiresAt };
};
