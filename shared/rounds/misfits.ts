import type { Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import { seatOf } from '../requests/seat-moves.ts';
import type { Day } from '../kernel/time.ts';
import { seatQueryOf, type JudgeContext } from '../matching/query/seat-query.ts';
import { requirementInWords } from '../matching/explain/explain-to-team.ts';
import { unmetRequirements } from '../matching/requirements/unmet-requirements.ts';
import type { RoundPolicy } from './round-policy.ts';
import type { SeatAssignment } from './round-plan.ts';
import { withAssignments } from './solve-stage.ts';

/** A planned pair that is no longer possible, and what changed. */
export interface Misfit {
  readonly requestId: string;
  readonly practitionerId: string;
  readonly changed: string;
}

/**
 * Checks a plan's new pairs against current data. Each pair is judged as if offers had been made for the
 * earlier pairs of the plan.
 * @param fresh current requests and practitioners by id; deleted ones are missing
 */
export const misfitsOf = (
  assignments: readonly SeatAssignment[],
  fresh: {
    readonly requests: ReadonlyMap<string, SupervisionRequest>;
    readonly practitioners: ReadonlyMap<string, Practitioner>;
  },
  policy: RoundPolicy,
  today: Day,
  judge: JudgeContext,
): readonly Misfit[] => {
  const requests = new Map(fresh.requests);
  const practitioners = new Map(fresh.practitioners);
  const whatChanged = ({ requestId, seatId, practitionerId }: SeatAssignment): string | undefined => {
    const request = requests.get(requestId);
    const practitioner = practitioners.get(practitionerId);
    const seat = request && seatOf(request, seatId);
    if (request?.state !== 'open' || seat === undefined) return `the request is ${request?.state ?? 'gone'}`;
    if (seat.state !== 'vacant') return 'the seat is not vacant any more';
    if (practitioner === undefined) return 'the DPP is gone';
    const unmet = unmetRequirements(seatQueryOf(request, seat, policy.pairs, today, judge), practitioner);
    if (unmet.length > 0) return unmet.map(requirementInWords).join('; ');
    const after = withAssignments({ requests: [request], practitioners: [practitioner] }, [
      { requestId, seatId, practitionerId },
    ]);
    for (const one of after.requests) requests.set(one.id, one);
    for (const one of after.practitioners) practitioners.set(one.id, one);
    return undefined;
  };
  return assignments
    .filter(({ kept }) => !kept)
    .flatMap((assignment) => {
      const changed = whatChanged(assignment);
      const { requestId, practitionerId } = assignment;
      return changed === undefined ? [] : [{ requestId, practitionerId, changed }];
    });
};
