import { daysOfQuarter, quarterOf } from '../insights/quarter.ts';
import { addDays, type Day, londonDay } from '../kernel/time.ts';
import type { Match } from '../matches/match.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import { waitsSince } from '../rounds/round-moves.ts';

/** Days of "the last week". */
export const WEEK_DAYS = 7;
/** Days for which a digest names a learner whose sign-off date passed without a DPP. */
export const PAST_SIGN_OFF_DAYS = 28;

/** Whether a digest of `today` counts a request: learners who wait, waited in vain lately, or asked in this quarter. */
export const countsRequest = (
  request: Pick<SupervisionRequest, 'state' | 'signOffNeededBy' | 'confirmedAt' | 'createdAt'>,
  today: Day,
): boolean =>
  request.state === 'open' ||
  (request.state === 'lapsed' && request.signOffNeededBy >= addDays(today, -PAST_SIGN_OFF_DAYS)) ||
  londonDay(waitsSince(request)) >= daysOfQuarter(quarterOf(today)).from;

/** Whether a digest of `today` counts a match: one agreed in the last week, or of a learner who asked in this quarter. */
export const countsMatch = ({ agreedAt }: Pick<Match, 'agreedAt'>, today: Day): boolean => {
  const [week, quarter] = [addDays(today, -WEEK_DAYS), daysOfQuarter(quarterOf(today)).from];
  return londonDay(agreedAt) >= (week < quarter ? week : quarter);
};
