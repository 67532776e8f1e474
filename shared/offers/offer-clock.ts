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

/** Working days to answer in when there is time. */
const DAYS_TO_ANSWER = 5;
/** When time is short, an offer takes a third of the working days left: three can still be asked. */
const ASKED_BEFORE_DEADLINE = 3;

/**
 * Until when somebody is looked for: the day on which a signed DPP must be named. A seat that fell vacant after that
 * day is looked for until the course ends.
 */
export const soughtUntil = ({
  signOffNeededBy,
  courseEnd,
  reopenedAt,
}: Pick<SupervisionRequest, 'signOffNeededBy' | 'courseEnd' | 'reopenedAt'>): Day =>
  reopenedAt !== undefined && londonDay(reopenedAt) >= signOffNeededBy && courseEnd > signOffNeededBy
    ? courseEnd
    : signOffNeededBy;

const workingDaysUntil = (from: Day, to: Day, most: number): number => {
  let count = 0;
  while (count < most && addWorkingDays(from, count + 1) <= to) count += 1;
  return count;
};

/** At the same time of day after whole working days; from a day on which nobody works, the end of the last of them. */
const afterWorkingDays = (now: Instant, days: number): Instant => {
  const today = londonDay(now);
  const last = addWorkingDays(today, days);
  return isWorkingDay(today)
    ? londonInstant(last, londonTime(now))
    : londonInstant(addDays(last, 1), '00:00');
};

/**
 * How long an offer waits for its answer: five whole working days; when the sign-off day is near, a third of the working
 * days left, but one at least; never past the end of the sign-off day. The reminder falls due at half time.
 * @returns moments; `expiresAt` is the first moment at which it is too late
 */
export const offerClock = (
  request: Pick<SupervisionRequest, 'signOffNeededBy' | 'courseEnd' | 'reopenedAt'>,
  now: Instant,
): { readonly remindAt: Instant; readonly expiresAt: Instant } => {
  const today = londonDay(now);
  const until = soughtUntil(request);
  const left = workingDaysUntil(today, until, DAYS_TO_ANSWER * ASKED_BEFORE_DEADLINE);
  const days = Math.max(1, Math.min(DAYS_TO_ANSWER, Math.floor(left / ASKED_BEFORE_DEADLINE)));
  const usual = afterWorkingDays(now, days);
  const end = londonInstant(addDays(until, 1), '00:00');
  const expiresAt = usual < end ? usual : end;
  return { remindAt: addMilliseconds(now, Math.floor((epochOf(expiresAt) - epochOf(now)) / 2)), expiresAt };
};
