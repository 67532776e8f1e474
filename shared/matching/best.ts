import type { Seat, SupervisionRequest } from '../domain/request.ts';
import type { Day } from '../domain/time.ts';
import { type Ask, askOf, type JudgeContext, noContext } from './ask.ts';
import { type Columns, worthJudging } from './columns.ts';
import { leastCost } from './contributions.ts';
import type { NearMiss } from './near-misses.ts';
import type { Policy } from './policy.ts';
import { better, type Candidate, candidateOf, nearMissesAmong, type Sortable } from './rank.ts';
import { unmetRequirements } from './requirements.ts';

export interface Best {
  /** The same as the first of a full ranking. */
  readonly candidates: readonly Candidate[];
  /** How many can take the seat. */
  readonly eligible: number;
}

/** Costs are worked out in the order of what they are at least, until nobody left can come among the best. */
const cheapest = (ask: Ask, people: Columns['practitioners'], most: number): readonly Sortable[] => {
  const inOrder = people
    .map((practitioner) => ({ practitioner, least: leastCost(ask, practitioner) }))
    .toSorted((a, b) => a.least - b.least);
  let best: readonly Sortable[] = [];
  for (const { practitioner, least } of inOrder) {
    const last = best.length < most ? undefined : best.at(-1);
    if (last !== undefined && least > last.cost) break;
    const candidate = candidateOf(ask, practitioner);
    if (last === undefined || better(candidate, last) < 0)
      best = [...best, candidate].toSorted(better).slice(0, most);
  }
  return best;
};

/** The best who can take a seat, among practitioners who have columns: the same as ranking everybody, for less work. */
export const bestWithin = (
  request: SupervisionRequest,
  seat: Seat,
  columns: Columns,
  policy: Policy,
  today: Day,
  most: number,
  context: JudgeContext = noContext,
): Best => {
  const ask = askOf(request, seat, policy, today, context);
  const people = worthJudging(columns, ask, 0).flatMap((position) => {
    const practitioner = columns.practitioners[position];
    return practitioner === undefined || unmetRequirements(ask, practitioner, 1).length > 0
      ? []
      : [practitioner];
  });
  return {
    eligible: people.length,
    candidates: cheapest(ask, people, most).map(({ practitioner, cost, contributions }) => ({
      practitioner,
      cost,
      contributions,
    })),
  };
};

/** What one change would open, among practitioners who have columns: the same as a full ranking says. */
export const nearMissesWithin = (
  request: SupervisionRequest,
  seat: Seat,
  columns: Columns,
  policy: Policy,
  today: Day,
): readonly NearMiss[] => {
  const ask = askOf(request, seat, policy, today, noContext);
  return nearMissesAmong(
    ask,
    worthJudging(columns, ask, 1).flatMap((position) => columns.practitioners[position] ?? []),
  );
};
