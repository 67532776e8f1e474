import type { Day } from '../kernel/time.ts';
import type { FairnessCase } from './fairness.ts';
import type { Bottleneck, LearnerOutcome } from '../rounds/round-plan.ts';
import type { RoundBottleneck } from './one-more-dpp.ts';

/** What a confirmed round came to, as insights and digests use it. */
export interface RoundResult {
  readonly id: string;
  readonly name: string;
  /** First days of the courses that it was for. */
  readonly startsFrom: Day;
  readonly startsTo: Day;
  readonly confirmedOn: Day;
  readonly outcomes: readonly LearnerOutcome[];
  readonly bottlenecks: readonly Bottleneck[];
}

/** Request → what first come, first served would have come to; of several rounds, the latest. */
export const firstComeIn = (
  results: readonly RoundResult[],
): ReadonlyMap<string, NonNullable<FairnessCase['firstCome']>> =>
  new Map(
    results
      .toSorted((a, b) => (a.confirmedOn < b.confirmedOn ? -1 : 1))
      .flatMap(({ outcomes }) => outcomes.map(({ requestId, firstCome }) => [requestId, firstCome])),
  );

/** The DPPs who were too full for learners, added up over rounds. */
export const fullDppsIn = (results: readonly RoundResult[]): readonly RoundBottleneck[] => {
  const counts = new Map<string, number>();
  for (const { id, kind, learners } of results.flatMap(({ bottlenecks }) => bottlenecks))
    if (kind === 'practitioner') counts.set(id, (counts.get(id) ?? 0) + learners);
  return [...counts].map(([id, learners]) => ({ id, learners }));
};
