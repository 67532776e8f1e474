import { addDays, addWorkingDays, type Day, daysBetween, londonDay } from '../kernel/time.ts';
import { REMINDED_AFTER, TEAM_TOLD_AFTER } from '../people/proof-clock.ts';
import type { SupervisionRequest } from './request.ts';

/** The days of a request that waits for support. */
export interface SupportClock {
  /** Day on which the lead is reminded; undefined if nobody was asked, or if the team is told no later. */
  readonly remindOn: Day | undefined;
  /** Day on which the team is told: after four working days, or after half of the time left if that is sooner. */
  readonly tellTeamOn: Day;
}

/** Computes when a request that waits for support needs somebody's attention. */
export const supportClock = ({
  support,
  confirmedAt,
  createdAt,
  signOffNeededBy,
}: Pick<SupervisionRequest, 'support' | 'confirmedAt' | 'createdAt' | 'signOffNeededBy'>): SupportClock => {
  const since = londonDay(support?.since ?? confirmedAt ?? createdAt);
  const half = addDays(since, Math.floor(Math.max(0, daysBetween(since, signOffNeededBy)) / 2));
  const usual = addWorkingDays(since, TEAM_TOLD_AFTER);
  const tellTeamOn = half < usual ? half : usual;
  const askedAt = support?.askedAt;
  const remindOn = askedAt === undefined ? undefined : addWorkingDays(londonDay(askedAt), REMINDED_AFTER);
  return { remindOn, tellTeamOn };
};
