import type { Practitioner } from '../../people/practitioner.ts';
import type { Seat, SupervisionRequest } from '../../requests/request.ts';
import type { Day } from '../../kernel/time.ts';
import { type SeatQuery, seatQueryOf, type JudgeContext, noContext } from '../query/seat-query.ts';
import { areaBit, type PractitionerIndex } from './practitioner-index.ts';
import { eligibleAmong } from './scan-index.ts';
import { leastCost, leastForArea } from '../contributions.ts';
import type { Policy } from '../policy.ts';
import { better, type Candidate, candidateOf, type Sortable } from '../rank.ts';

export interface BestCandidates {
  /** The same as the first of a full ranking. */
  readonly candidates: readonly Candidate[];
  /** How many can take the seat. */
  readonly eligible: number;
}

/** What each of those who can take the seat costs at least; what their place adds is worked out once a place. */
const leastOf = (
  columns: PractitionerIndex,
  ask: SeatQuery<Policy>,
): ((position: number, practitioner: Practitioner) => number) => {
  const byPlace = new Map<number, number>();
  const fromPlace = (place: number, practitioner: Practitioner): number => {
    const least = (place < 0 ? undefined : byPlace.get(place)) ?? leastCost(ask, practitioner);
    byPlace.set(place, least);
    return least;
  };
  const wanted = areaBit.get(ask.request.leadArea) ?? -1;
  const lists = leastForArea(ask, 'lists');
  const related = leastForArea(ask, 'related');
  return (position, practitioner) => {
    const place = fromPlace(columns.outcode[position] ?? -1, practitioner);
    if (columns.leadArea[position] === wanted) return place;
    return place + (((columns.areas[position] ?? 0) >>> wanted) & 1 ? lists : related);
  };
};

/** More than any number of practitioners: a cost and a position are sorted as one number. */
const MOST_PEOPLE = 2 ** 21;

/** Costs are worked out in the order of what they are at least, until nobody left can come among the best. */
const cheapest = (
  ask: SeatQuery<Policy>,
  columns: PractitionerIndex,
  eligible: readonly number[],
  most: number,
): readonly Sortable[] => {
  const least = leastOf(columns, ask);
  const people = eligible.flatMap((position) => columns.practitioners[position] ?? []);
  const inOrder = Float64Array.from(
    people,
    (practitioner, index) => least(eligible[index] ?? -1, practitioner) * MOST_PEOPLE + index,
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
