import type { CandidatePool } from './candidate-pool.ts';
import { leastCost } from './criteria/contributions.ts';
import type { Policy } from './policy.ts';
import type { SeatQuery } from './query/seat-query.ts';
import { better, type Candidate, candidateOf, type Sortable } from './rank.ts';

export interface BestCandidates {
  /** The first candidates of the full ranking. */
  readonly candidates: readonly Candidate[];
  /** Number of practitioners who can take the seat. */
  readonly eligible: number;
}

/**
 * Finds the best candidates for a seat. The result equals the start of a full ranking, but takes less work.
 * Computes costs in the order of their lower bounds, until no remaining practitioner can be among the best.
 * @param most the number of candidates to find; `Infinity` finds all of them
 */
export const bestCandidates = (
  query: SeatQuery<Policy>,
  pool: CandidatePool,
  most: number,
): BestCandidates => {
  const eligible = pool.candidates(query);
  const cheapestFirst = eligible
    .map((practitioner) => ({ practitioner, least: leastCost(query, practitioner) }))
    .toSorted((a, b) => a.least - b.least);
  const best: Sortable[] = [];
  for (const { practitioner, least } of cheapestFirst) {
    const last = best.length < most ? undefined : best.at(-1);
    if (last !== undefined && least > last.cost) break;
    const candidate = candidateOf(query, practitioner);
    const after = best.findIndex((other) => better(candidate, other) < 0);
    best.splice(after < 0 ? best.length : after, 0, candidate);
    if (best.length > most) best.pop();
  }
  return {
    eligible: eligible.length,
    candidates: best.map(({ practitioner, cost, contributions }) => ({ practitioner, cost, contributions })),
  };
};
