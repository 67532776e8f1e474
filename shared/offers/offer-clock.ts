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

/** Working days to answer in, if there is time. */
const DAYS_TO_ANSWER = 5;
/** Divisor of the remaining working days when time is short, so that three practitioners can be asked. */
const ASKED_BEFORE_DEADLINE = 3;

/**
 * Last day of the search: the day on which a signed DPP must be named. A seat that becomes vacant after that
 * day is searched for until the course ends.
 */
export const soughtUntil = ({
  signOffNeededBy,
  courseEnd,
  reopenedAt,
}: Pick<SupervisionRequest, 'signOffNeededBy' | 'courseEnd' | 'reopenedAt'>): Day =>
  reopenedAt !== undefined && londonDay(reopenedAt) >= signOffNeededBy && courseEnd > signOffNeededBy
    ? courseEnd
    : signOffNeededBy;

/** Whole working days to answer in: the most of which three fit until the sign-off day, but one at least. */
const daysToAnswer = (today: Day, until: Day): number => {
  let days = DAYS_TO_ANSWER;
  while (days > 1 && addWorkingDays(today, days * ASKED_BEFORE_DEADLINE) > until) days -= 1;
  return days;
};

/** The same time of day after whole working days; from a day off, the end of the last working day. */
const afterWorkingDays = (now: Instant, days: number): Instant => {
  const today = londonDay(now);
  const last = addWorkingDays(today, days);
  return isWorkingDay(today)
    ? londonInstant(last, londonTime(now))
    : londonInstant(addDays(last, 1), '00:00');
};

/**
 * Computes an offer's deadline: five whole working days; near the sign-off day, a third of the working days
 * left but at least one; never after the sign-off day. The reminder is due at half time.
 * @returns moments; from `expiresAt` on it is too late
 */
export const offerClock = (
  request: Pick<SupervisionRequest, 'signOffNeededBy' | 'courseEnd' | 'reopenedAt'>,
  now: Instant,
): { readonly remindAt: Instant; readonly expiresAt: Instant } => {
  const until = soughtUntil(request);
  const usual = afterWorkingDays(now, daysToAnswer(londonDay(now), until));
  const end = londonInstant(addDays(until, 1), '00:00');
  const expiresAt = usual < end ? usual : end;
  return { remindAt: addMilliseconds(now, Math.floor((epochOf(expiresAt) - epochOf(now)) / 2)), expiresAt };
};
