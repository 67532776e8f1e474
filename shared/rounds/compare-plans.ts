import type { RoundPlan, SeatAssignment } from './round-plan.ts';

export interface SeatChange {
  readonly requestId: string;
  readonly seatId: string;
  /** Id of the practitioner in the earlier plan; undefined if that plan gave the seat to nobody. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface PlanComparison {
  readonly before: RoundPlan['summary'];
  readonly after: RoundPlan['summary'];
  readonly changes: readonly SeatChange[];
}

const bySeat = ({ assignments }: RoundPlan): ReadonlyMap<string, SeatAssignment> =>
  new Map(assignments.map((one) => [one.seatId, one]));

/** Compares two plans for the same seats: lists the seats that would go to somebody else, or to nobody. */
export const comparePlans = (before: RoundPlan, after: RoundPlan): PlanComparison => {
  const old = bySeat(before);
  const now = bySeat(after);
  const seats = [...new Map([...old, ...now])].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    before: before.summary,
    after: after.summary,
    changes: seats.flatMap(([seatId, { requestId }]): SeatChange[] => {
      const was = old.get(seatId)?.practitionerId;
      const is = now.get(seatId)?.practitionerId;
      return was === is ? [] : [{ requestId, seatId, before: was, after: is }];
    }),
  };
};
