import type { Bottleneck, LearnerOutcome, RoundPlan, SeatAssignment, UnplacedSeat } from './round-plan.ts';

/** Who was too full in the round stays known when the follow-up found another way. */
const fullest = (one: readonly Bottleneck[], other: readonly Bottleneck[]): Bottleneck[] =>
  [...Map.groupBy([...one, ...other], ({ id }) => id).values()]
    .flatMap((same) => same.toSorted((a, b) => b.learners - a.learners).slice(0, 1))
    .toSorted((a, b) => b.learners - a.learners || (a.id < b.id ? -1 : 1));

/** Whom the round had chosen before is kept with the reasons of that choice. */
const withReasons = (kept: SeatAssignment, earlier: SeatAssignment | undefined): SeatAssignment => {
  if (!kept.kept || earlier?.practitionerId !== kept.practitionerId) return kept;
  const { rank, of, passedOver } = earlier;
  return { ...kept, rank, of, passedOver };
};

/**
 * Who was left because others needed the same places finds nobody eligible later, when those places are held: the reason
 * is still the others.
 */
const sameReason = (seat: UnplacedSeat, earlier: UnplacedSeat | undefined): UnplacedSeat =>
  earlier?.reason === 'outcompeted' &&
  seat.reason === 'no-eligible-practitioner' &&
  seat.nearMisses.some(({ change }) => change === 'wait-for-place' || change === 'wait-for-answers')
    ? earlier
    : seat;

/**
 * What a round came to after a follow-up. Those who are kept waited until their own plan was made, and everybody is
 * compared with what first come, first served would have given the whole intake: in a follow-up most places are given
 * away already.
 * @param before what the round came to until then
 */
export const mergeFollowUp = (
  followUp: RoundPlan,
  before: Pick<RoundPlan, 'assignments' | 'unplaced' | 'outcomes' | 'summary' | 'bottlenecks'>,
): RoundPlan => {
  const known = new Map(before.outcomes.map((one) => [one.requestId, one]));
  const left = new Map(before.unplaced.map((one) => [one.seatId, one]));
  const chosen = new Map(before.assignments.map((one) => [one.seatId, one]));
  return {
    ...followUp,
    unplaced: followUp.unplaced.map((one) => sameReason(one, left.get(one.seatId))),
    assignments: followUp.assignments.map((one) => withReasons(one, chosen.get(one.seatId))),
    bottlenecks: fullest(followUp.bottlenecks, before.bottlenecks),
    summary: { ...followUp.summary, firstCome: before.summary.firstCome },
    outcomes: followUp.outcomes.map((outcome): LearnerOutcome => {
      const earlier = known.get(outcome.requestId);
      if (earlier === undefined) return outcome;
      const { firstCome, waitingDays, placed } = earlier;
      return outcome.kept && placed ? { ...outcome, firstCome, waitingDays } : { ...outcome, firstCome };
    }),
  };
};
