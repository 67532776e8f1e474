import type { Day } from '../kernel/time.ts';
import type { FairnessCase } from './fairness.ts';
import type { Bottleneck, LearnerOutcome } from '../rounds/round-plan.ts';
import type { RoundBottleneck } from './one-more-dpp.ts';

/** Result of a confirmed round, for insights and digests. */
export interface RoundResult {
  readonly id: string;
  readonly name: string;
  /** First and last possible start date of the round's courses. */
  readonly startsFrom: Day;
  readonly startsTo: Day;
  readonly confirmedOn: Day;
  readonly outcomes: readonly LearnerOutcome[];
  readonly bottlenecks: readonly Bottleneck[];
}

/**
 * Maps the id of each request to its result under first come, first served. For a request that was in several
 * rounds, the latest round counts.
 */
export const firstComeIn = (
  results: readonly RoundResult[],
): ReadonlyMap<string, NonNullable<FairnessCase['firstCome']>> =>
  new Map(
    results
      .toSorted((a, b) => (a.confirmedOn < b.confirmedOn ? -1 : 1))
      .flatMap(({ outcomes }) => outcomes.map(({ requestId, firstCome }) => [requestId, firstCome])),
  );

/** Counts, for each DPP, the learners of all rounds for whom that DPP had no free place. */
export const fullDppsIn = (results: readonly RoundResult[]): readonly RoundBottleneck[] => {
  const counts = new Map<string, number>();
  for (const { id, kind, learners } of results.flatMap(({ bottlenecks }) => bottlenecks))
    if (kind === 'practitioner') counts.set(id, (counts.get(id) ?? 0) + learners);
  return [...counts].map(([id, learners]) => ({ id, learners }));
};
