import type { Contribution } from '../offers/offer.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { Seat, SupervisionRequest } from '../requests/request.ts';
import type { Day } from '../kernel/time.ts';
import { type SeatQuery, seatQueryOf, type JudgeContext, noContext } from './query/seat-query.ts';
import { contributionsOf } from './criteria/contributions.ts';
import type { Policy } from './policy.ts';
import type { UnmetRequirement } from './requirements/all.ts';
import { unmetRequirements } from './requirements/unmet-requirements.ts';

/** What judging a pair says. `cost` is the sum of the contributions, always. */
export type Judgement =
  | { readonly eligible: false; readonly unmet: readonly UnmetRequirement[] }
  | { readonly eligible: true; readonly cost: number; readonly contributions: readonly Contribution[] };

export const sumOf = (contributions: readonly Contribution[]): number =>
  contributions.reduce((sum, { points }) => sum + points, 0);

/** An eligible pair's contributions → its judgement. */
export const judgedAt = (contributions: readonly Contribution[]): Extract<Judgement, { eligible: true }> => ({
  eligible: true,
  cost: sumOf(contributions),
  contributions,
});

/** The same as `judge`, for many practitioners against one seat. */
export const judgeAgainst = (ask: SeatQuery<Policy>, practitioner: Practitioner): Judgement => {
  const unmet = unmetRequirements(ask, practitioner);
  return unmet.length > 0 ? { eligible: false, unmet } : judgedAt(contributionsOf(ask, practitioner));
};

/**
 * Whether a practitioner can take a seat of a request, and how well they fit.
 * @param today the day in London on which it is judged
 * @param context what is remembered: give and take between organisations; nothing unless told
 * @returns every unmet requirement (never only the first) with the two values compared, or the cost in points with
 *   its contributions
 */
export const judge = (
  request: SupervisionRequest,
  seat: Seat,
  practitioner: Practitioner,
  policy: Policy,
  today: Day,
  context: JudgeContext = noContext,
): Judgement => judgeAgainst(seatQueryOf(request, seat, policy, today, context), practitioner);
