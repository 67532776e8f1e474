import type { Contribution } from '../offers/offer.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { Seat, SupervisionRequest } from '../requests/request.ts';
import type { Day } from '../kernel/time.ts';
import { type SeatQuery, seatQueryOf, type JudgeContext } from './query/seat-query.ts';
import { contributionsOf } from './criteria/contributions.ts';
import { pressureOf } from './criteria/pressure.ts';
import { sumOf } from './judge.ts';
import { nearMissesOf } from './near-misses.ts';
import type { NearMiss, RequirementName } from './requirements/all.ts';
import type { SingleMiss } from './requirements/near-miss.ts';
import type { Policy } from './policy.ts';
import { unmetRequirements } from './requirements/unmet-requirements.ts';
import { tieBreak } from './tie-break.ts';

/** A practitioner who can take the seat. `cost` is the sum of the contributions and the pressure price, in points. */
export interface Candidate {
  readonly practitioner: Practitioner;
  readonly cost: number;
  readonly contributions: readonly Contribution[];
}

export interface Ranking {
  /** Candidates, the best first. */
  readonly candidates: readonly Candidate[];
  /** Number of practitioners whom each single change would make eligible. */
  readonly nearMisses: readonly NearMiss[];
}

export interface Sortable extends Candidate {
  readonly load: number;
  readonly minutes: number;
  readonly tie: number;
}

export const candidateOf = (query: SeatQuery<Policy>, practitioner: Practitioner): Sortable => {
  const judged = contributionsOf(query, practitioner);
  const contributions = [...judged, ...pressureOf(query, practitioner.id)];
  return {
    practitioner,
    cost: sumOf(contributions),
    contributions,
    load: judged.find((one) => one.criterion === 'load')?.facts.learners ?? 0,
    minutes: query.nearest(practitioner).drive?.minutes ?? query.maxMinutes,
    tie: tieBreak(query.context.seed, query.request.id, practitioner.id),
  };
};

export const better = (a: Sortable, b: Sortable): number =>
  a.cost - b.cost ||
  a.load - b.load ||
  a.minutes - b.minutes ||
  a.tie - b.tie ||
  (a.practitioner.id < b.practitioner.id ? -1 : 1);

/**
 * Ranks everybody who can take a seat, best first, and counts how many more practitioners each single change
 * would make eligible. The order of `practitioners` does not matter. `bestCandidates` finds only the first of
 * the ranking, with less work.
 */
export const rank = (
  request: SupervisionRequest,
  seat: Seat,
  practitioners: readonly Practitioner[],
  policy: Policy,
  today: Day,
  context: JudgeContext,
): Ranking => {
  const query = seatQueryOf(request, seat, policy, today, context);
  const candidates: Sortable[] = [];
  const singles: SingleMiss<RequirementName>[] = [];
  for (const practitioner of practitioners) {
    const [first, second] = unmetRequirements(query, practitioner, 2);
    if (first === undefined) candidates.push(candidateOf(query, practitioner));
    else if (second === undefined) singles.push({ practitioner, requirement: first });
  }
  return {
    candidates: candidates
      .toSorted(better)
      .map(({ practitioner, cost, contributions }) => ({ practitioner, cost, contributions })),
    nearMisses: nearMissesOf(query, singles),
  };
};
