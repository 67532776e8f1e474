import type { Seat, SupervisionRequest } from '../../requests/request.ts';
import type { Day } from '../../kernel/time.ts';
import { type SeatQuery, seatQueryOf, type JudgeContext, noContext } from '../query/seat-query.ts';
import type { PractitionerIndex } from './practitioner-index.ts';
import { eligibleAmong } from './scan-index.ts';
import { leastCost } from '../criteria/contributions.ts';
import type { Policy } from '../policy.ts';
import { better, type Candidate, candidateOf, type Sortable } from '../rank.ts';

export interface BestCandidates {
  /** The same as the first of a full ranking. */
  readonly candidates: readonly Candidate[];
  /** How many can take the seat. */
  readonly eligible: number;
}

/** More than any number of practitioners: a cost and a position are sorted as one number. */
const MOST_PEOPLE = 2 ** 21;

/** Costs are worked out in the order of what they are at least, until nobody left can come among the best. */
const cheapest = (
  ask: SeatQuery<Policy>,
  columns: PractitionerIndex,
  eligible: readonly number[],
  most: number,
): readonly Sortable[] => {
  const people = eligible.flatMap((position) => columns.practitioners[position] ?? []);
  const inOrder = Float64Array.from(
    people,
    (practitioner, index) => leastCost(ask, practitioner) * MOST_PEOPLE + index,
  ).sort();
  const best: Sortable[] = [];
  for (const key of inOrder) {
    const cost = Math.floor(key / MOST_PEOPLE);
    const last = best.length < most ? undefined : best.at(-1);
    if (last !== undefined && cost > last.cost) break;
    const practitioner = people[key - cost * MOST_PEOPLE];
    if (practitioner === undefined) continue;
    const candidate = candidateOf(ask, practitioner);
    const after = best.findIndex((other) => better(candidate, other) < 0);
    best.splice(after < 0 ? best.length : after, 0, candidate);
    if (best.length > most) best.pop();
  }
  return best;
};

/**
 * The best who can take a seat, among practitioners who have columns: the same as ranking everybody, for less work.
 * @param most how many of the best; all of them when it is `Infinity`
 */
export const bestWithin = (
  request: SupervisionRequest,
  seat: Seat,
  columns: PractitionerIndex,
  policy: Policy,
  today: Day,
  most: number,
  context: JudgeContext = noContext,
): BestCandidates => {
  const ask = seatQueryOf(request, seat, policy, today, context);
  const eligible = eligibleAmong(columns, ask);
  return {
    eligible: eligible.length,
    candidates: cheapest(ask, columns, eligible, most).map(({ practitioner, cost, contributions }) => ({
      practitioner,
      cost,
      contributions,
    })),
  };
};
