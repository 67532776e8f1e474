import { better, type Candidate, candidateOf, type Sortable } from '../../../shared/matching/rank.ts';
import type { Policy } from '../../../shared/matching/policy.ts';
import type { SeatQuery } from '../../../shared/matching/query/seat-query.ts';
import { tieUnclear } from '../../../shared/matching/requirements/tie-unclear.ts';
import { unmetRequirements } from '../../../shared/matching/requirements/unmet-requirements.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';

/** The team is asked about a tie if the practitioner would be among so many. */
const FIRST = 3;

/**
 * Finds the practitioners whom only an unclear tie keeps from an offer, and who would be among the first three without it.
 * Leaves out those about whom the team was asked before.
 * @param read the practitioners whose rows were read
 * @param candidates the best of those who can be asked; empty if nobody can
 */
export const unclearTies = (
  query: SeatQuery<Policy>,
  read: Iterable<Practitioner>,
  candidates: readonly Candidate[],
): readonly string[] => {
  const { tiesAsked = [] } = query.request;
  const unclear = [...read].filter((practitioner) => {
    const [first, second] = unmetRequirements(query, practitioner, 2);
    return first?.name === tieUnclear.name && second === undefined;
  });
  if (unclear.length === 0) return [];
  const isUnclear = new Set(unclear.map(({ id }) => id));
  const all: readonly Sortable[] = [...unclear, ...candidates.map(({ practitioner }) => practitioner)].map(
    (practitioner) => candidateOf(query, practitioner),
  );
  return all
    .toSorted(better)
    .slice(0, FIRST)
    .map(({ practitioner }) => practitioner.id)
    .filter((id) => isUnclear.has(id) && !tiesAsked.includes(id));
};
