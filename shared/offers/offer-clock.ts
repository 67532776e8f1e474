import { comesFirst } from '../requests/comes-first.ts';
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
} from '../kernel/time.ts';

/** The fields of a request that say how long its search goes on. */
type Sought = Pick<
  SupervisionRequest,
  'signOffNeededBy' | 'courseStart' | 'courseEnd' | 'reopenedAt' | 'createdAt' | 'kind'
>;

/**
 * Number by which the remaining working days are divided when time is short, so that three practitioners can be
 * asked in turn.
 */
const ASKED_BEFORE_DEADLINE = 3;

/**
 * Last day of the search: the day by which a signed DPP must be named. For a seat that becomes vacant after
 * that day, and for a learner who is on the course already, the search goes on until the course ends.
 */
export const soughtUntil = (request: Sought): Day => {
  const { signOffNeededBy, courseEnd, reopenedAt } = request;
  const late = reopenedAt === undefined ? comesFirst(request) : londonDay(reopenedAt) >= signOffNeededBy;
  return late && courseEnd > signOffNeededBy ? courseEnd : signOffNeededBy;
};

/**
 * Number of whole working days in which to answer: the largest number up to `most` for which three such periods
 * fit before the sign-off day; one if there is no such number.
 */
const daysToAnswer = (today: Day, until: Day, most: number): number => {
  let days = most;
  while (days > 1 && addWorkingDays(today, days * ASKED_BEFORE_DEADLINE) > until) days -= 1;
  return days;
};

/** Time of day in London at which an offer can last be answered. */
const END_OF_WORKING_DAY = '17:00';

const endOf = (day: Day): Instant => londonInstant(day, END_OF_WORKING_DAY);

/** The working day on which an offer made at `now` is read: after 17:00 and on days off, the next one. */
const dayRead = (now: Instant): Day => {
  const today = londonDay(now);
  return isWorkingDay(today) && now < endOf(today) ? today : addWorkingDays(today, 1);
};

const lastWorkingDayUntil = (day: Day): Day =>
  isWorkingDay(day) ? day : lastWorkingDayUntil(addDays(day, -1));

/** The latest deadline that an offer of a request can have: 17:00 on the last working day of its search. */
export const lastDeadline = (request: Sought): Instant => endOf(lastWorkingDayUntil(soughtUntil(request)));

/** The first deadline at or after a moment: 17:00 on a working day in London. */
export const firstDeadlineFrom = (moment: Instant): Instant => {
  const day = londonDay(moment);
  return endOf(isWorkingDay(day) && moment <= endOf(day) ? day : addWorkingDays(day, 1));
};

/**
 * Computes an offer's deadline: 17:00 on a working day in London. The practitioner has the usual number of whole working
 * days or, near the sign-off day, a third of the working days left, but at least one. The deadline is never after the
 * sign-off day. The reminder is due halfway.
 * @param usualDays working days in which to answer, if there is enough time; they are counted from the next working day
 *   if the offer is made after 17:00 or on a day off
 * @returns the moments of the deadline and of the reminder; an answer at `expiresAt` or later is too late. The deadline
 *   has passed already if `now` is not before `lastDeadline`.
 */
export const offerClock = (
  request: Sought,
  now: Instant,
  usualDays: number,
): { readonly remindAt: Instant; readonly expiresAt: Instant } => {
  const from = dayRead(now);
  const usual = endOf(addWorkingDays(from, daysToAnswer(from, soughtUntil(request), usualDays)));
  const last = lastDeadline(request);
  const expiresAt = usual < last ? usual : last;
  return { remindAt: addMilliseconds(now, Math.floor((epochOf(expiresAt) - epochOf(now)) / 2)), expiresAt };
};
