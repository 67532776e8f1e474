import { waitsSince } from './round-moves.ts';
import { comesFirst } from '../requests/comes-first.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import { type Day, daysBetween } from '../kernel/time.ts';
import type { RoundPolicy } from './round-policy.ts';

const bandOf = (edges: readonly number[], within: (edge: number) => boolean): number => {
  const band = edges.findIndex(within);
  return band < 0 ? edges.length : band;
};

/**
 * A learner's tier in the published order; a lower tier comes first. The lottery decides within a tier.
 * Learners are compared by the first of these in which they differ:
 * - Learners who are carried over from an earlier round, or whose request comes before all others, come first.
 * - An earlier band of the sign-off date comes first.
 * - An earlier band of waiting time comes first.
 */
export const priorityOf = (
  request: SupervisionRequest,
  { signOffBands, waitingBands }: RoundPolicy,
  today: Day,
  carriedOver: ReadonlySet<string>,
): number => {
  const first = carriedOver.has(request.id) || comesFirst(request) ? 0 : 1;
  const left = daysBetween(today, request.signOffNeededBy);
  const waited = daysBetween(waitsSince(request).slice(0, 10), today);
  const signOff = bandOf(signOffBands.values, (edge) => left <= edge);
  const waiting = bandOf(waitingBands.values, (edge) => waited >= edge);
  const waits = waitingBands.values.length + 1;
  return (first * (signOffBands.values.length + 1) + signOff) * waits + waiting;
};
