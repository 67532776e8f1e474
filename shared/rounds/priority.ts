import { waitsSince } from './round-moves.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import { type Day, daysBetween } from '../kernel/time.ts';
import type { RoundPolicy } from './round-policy.ts';

const bandOf = (edges: readonly number[], within: (edge: number) => boolean): number => {
  const band = edges.findIndex(within);
  return band < 0 ? edges.length : band;
};

/**
 * A learner's tier in the published order; lower is earlier. Learners who are carried over from an earlier
 * round, or whose request was reopened, come first, then those in an earlier band of the sign-off date, then
 * those in an earlier band of waiting time. The lottery decides within a tier.
 */
export const priorityOf = (
  request: SupervisionRequest,
  { signOffBands, waitingBands }: RoundPolicy,
  today: Day,
  carriedOver: ReadonlySet<string>,
): number => {
  const first = carriedOver.has(request.id) || request.reopenedAt !== undefined ? 0 : 1;
  const left = daysBetween(today, request.signOffNeededBy);
  const waited = daysBetween(waitsSince(request).slice(0, 10), today);
  const signOff = bandOf(signOffBands.values, (edge) => left <= edge);
  const waiting = bandOf(waitingBands.values, (edge) => waited >= edge);
  const waits = waitingBands.values.length + 1;
  return (first * (signOffBands.values.length + 1) + signOff) * waits + waiting;
};
