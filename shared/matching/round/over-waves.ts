import type { Bottleneck, LearnerOutcome, RoundPlan } from './round-plan.ts';

/** Who was too full in the round stays known when the follow-up found another way. */
const fullest = (one: readonly Bottleneck[], other: readonly Bottleneck[]): Bottleneck[] =>
  [...Map.groupBy([...one, ...other], ({ id }) => id).values()]
    .flatMap((same) => same.toSorted((a, b) => b.learners - a.learners).slice(0, 1))
    .toSorted((a, b) => b.learners - a.learners || (a.id < b.id ? -1 : 1));

/**
 * What a round came to after a follow-up. Those who are kept waited until their own plan was made, and everybody is
 * compared with what first come, first served would have given the whole intake: in a follow-up most places are given
 * away already.
 * @param before what the round came to until then
 */
export const overWaves = (
  followUp: RoundPlan,
  before: Pick<RoundPlan, 'outcomes' | 'summary' | 'bottlenecks'>,
): RoundPlan => {
  const known = new Map(before.outcomes.map((one) => [one.requestId, one]));
  return {
    ...followUp,
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
