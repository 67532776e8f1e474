import type { Contribution } from '../offers/offer.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { Seat, SupervisionRequest } from '../requests/request.ts';
import type { Day } from '../kernel/time.ts';
import { type SeatQuery, seatQueryOf, type JudgeContext } from './query/seat-query.ts';
import { contributionsOf } from './criteria/contributions.ts';
import type { Policy } from './policy.ts';
import type { UnmetRequirement } from './requirements/all.ts';
import { unmetRequirements } from './requirements/unmet-requirements.ts';

/** The result of judging a pair. `cost` is the sum of the contributions, in points. */
export type Judgement =
  | { readonly eligible: false; readonly unmet: readonly UnmetRequirement[] }
  | { readonly eligible: true; readonly cost: number; readonly contributions: readonly Contribution[] };

export const sumOf = (contributions: readonly Contribution[]): number =>
  contributions.reduce((sum, { points }) => sum + points, 0);

/** Makes the judgement of an eligible pair from its contributions. */
export const judgedAt = (contributions: readonly Contribution[]): Extract<Judgement, { eligible: true }> => ({
  eligible: true,
  cost: sumOf(contributions),
  contributions,
});

/** Judges as `judge` does, with a query that is prepared once for a seat and used for many practitioners. */
export const judgeAgainst = (query: SeatQuery<Policy>, practitioner: Practitioner): Judgement => {
  const unmet = unmetRequirements(query, practitioner);
  return unmet.length > 0 ? { eligible: false, unmet } : judgedAt(contributionsOf(query, practitioner));
};

/**
 * Judges whether a practitioner can take a seat of a request, and how well they fit.
 * @param today the day in London on which the pair is judged
 * @param context balances between organisations, and the system's geography, drives and universities
 * @returns all unmet requirements with the two values compared, or the cost in points with its contributions
 */
export const judge = (
  request: SupervisionRequest,
  seat: Seat,
  practitioner: Practitioner,
  policy: Policy,
  today: Day,
  context: JudgeContext,
): Judgement => judgeAgainst(seatQueryOf(request, seat, policy, today, context), practitioner);
