import type { Bottleneck, LearnerOutcome, RoundPlan, SeatAssignment, UnplacedSeat } from './round-plan.ts';

/**
 * Merges bottlenecks, keeping the higher count of each, so that a bottleneck of the round is not lost if the
 * follow-up resolved it.
 */
const mergedBottlenecks = (one: readonly Bottleneck[], other: readonly Bottleneck[]): Bottleneck[] =>
  [...Map.groupBy([...one, ...other], ({ id }) => id).values()]
    .flatMap((same) => same.toSorted((a, b) => b.learners - a.learners).slice(0, 1))
    .toSorted((a, b) => b.learners - a.learners || (a.id < b.id ? -1 : 1));

/**
 * Restores the rank and the alternatives of a choice that the round made, because the follow-up knows only
 * that the choice was kept.
 */
const withEarlierReasons = (kept: SeatAssignment, earlier: SeatAssignment | undefined): SeatAssignment => {
  if (!kept.kept || earlier?.practitionerId !== kept.practitionerId) return kept;
  const { rank, of, passedOver } = earlier;
  return { ...kept, rank, of, passedOver };
};

/**
 * Keeps "outcompeted" as the reason why a seat has nobody. The follow-up finds nobody eligible for the seat,
 * but only because other learners now hold the places.
 */
const withEarlierReason = (seat: UnplacedSeat, earlier: UnplacedSeat | undefined): UnplacedSeat =>
  earlier?.reason === 'outcompeted' &&
  seat.reason === 'no-eligible-practitioner' &&
  seat.nearMisses.some(({ change }) => change === 'wait-for-place' || change === 'wait-for-answers')
    ? earlier
    : seat;

/**
 * Merges a follow-up into the result of its round. Kept learners keep the waiting time that they had when
 * they were first planned. The first-come comparison is that of the whole intake, because most places are
 * already taken when the follow-up starts.
 * @param before the round's result so far
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
    unplaced: followUp.unplaced.map((one) => withEarlierReason(one, left.get(one.seatId))),
    assignments: followUp.assignments.map((one) => withEarlierReasons(one, chosen.get(one.seatId))),
    bottlenecks: mergedBottlenecks(followUp.bottlenecks, before.bottlenecks),
    summary: { ...followUp.summary, firstCome: before.summary.firstCome },
    outcomes: followUp.outcomes.map((outcome): LearnerOutcome => {
      const earlier = known.get(outcome.requestId);
      if (earlier === undefined) return outcome;
      const { firstCome, waitingDays, placed } = earlier;
      return outcome.kept && placed ? { ...outcome, firstCome, waitingDays } : { ...outcome, firstCome };
    }),
  };
};
