import type { Contribution } from '../offers/offer.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { Seat, SupervisionRequest } from '../requests/request.ts';
import type { Day } from '../kernel/time.ts';
import { type SeatQuery, seatQueryOf, type JudgeContext, noContext } from './query/seat-query.ts';
import { contributionsOf } from './contributions.ts';
import { sumOf } from './judge.ts';
import { nearMissesOf } from './near-misses.ts';
import type { NearMiss, RequirementName } from './requirements/all.ts';
import type { SingleMiss } from './requirements/near-miss.ts';
import type { Policy } from './policy.ts';
import { unmetRequirements } from './requirements/unmet-requirements.ts';
import { tieBreak } from './tie-break.ts';

/** Somebody who can take the seat. `cost` is the sum of the contributions, the pressure price among them. */
export interface Candidate {
  readonly practitioner: Practitioner;
  readonly cost: number;
  readonly contributions: readonly Contribution[];
}

export interface Ranking {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** What one change would open; counts only. */
  readonly nearMisses: readonly NearMiss[];
}

export interface Sortable extends Candidate {
  readonly load: number;
  readonly miles: number;
  readonly tie: number;
}

const number = (contributions: readonly Contribution[], criterion: string, fact: string): number => {
  const value = contributions.find((contribution) => contribution.criterion === criterion)?.facts[fact];
  return typeof value === 'number' ? value : 0;
};

/** A price of recent rounds as a contribution; none when the practitioner was not scarce. */
export const pressureOf = (
  { context, policy }: Pick<SeatQuery<Policy>, 'context' | 'policy'>,
  practitionerId: string,
): readonly Contribution[] => {
  const price = Math.min(Math.round(context.prices[practitionerId] ?? 0), policy.pressureCap.value);
  return price > 0 ? [{ criterion: 'pressure', points: price, facts: { price } }] : [];
};

export const candidateOf = (ask: SeatQuery<Policy>, practitioner: Practitioner): Sortable => {
  const contributions = [...contributionsOf(ask, practitioner), ...pressureOf(ask, practitioner.id)];
  return {
    practitioner,
    cost: sumOf(contributions),
    contributions,
    load: number(contributions, 'load', 'learners'),
    miles: number(contributions, 'travel', 'miles'),
    tie: tieBreak(ask.context.seed, ask.request.id, practitioner.id),
  };
};

export const better = (a: Sortable, b: Sortable): number =>
  a.cost - b.cost ||
  a.load - b.load ||
  a.miles - b.miles ||
  a.tie - b.tie ||
  (a.practitioner.id < b.practitioner.id ? -1 : 1);

/**
 * Everybody who can take a seat, best first, and what one change would open. The order of `practitioners` does not
 * matter. Two unmet requirements are enough to pass somebody over. Where only the best are wanted of very many, see
 * `bestWithin`.
 */
export const rank = (
  request: SupervisionRequest,
  seat: Seat,
  practitioners: readonly Practitioner[],
  policy: Policy,
  today: Day,
  context: JudgeContext = noContext,
): Ranking => {
  const ask = seatQueryOf(request, seat, policy, today, context);
  const candidates: Sortable[] = [];
  const singles: SingleMiss<RequirementName>[] = [];
  for (const practitioner of practitioners) {
    const [first, second] = unmetRequirements(ask, practitioner, 2);
    if (first === undefined) candidates.push(candidateOf(ask, practitioner));
    else if (second === undefined) singles.push({ practitioner, requirement: first });
  }
  return {
    candidates: candidates
      .toSorted(better)
      .map(({ practitioner, cost, contributions }) => ({ practitioner, cost, contributions })),
    nearMisses: nearMissesOf(ask, singles),
  };
};
