import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { roundInstance, type StageContext } from '../../../shared/rounds/round-instance.ts';
import { roundPolicy, type RoundPolicy } from '../../../shared/rounds/round-policy.ts';
import { solveStage, type SolvedStage } from '../../../shared/rounds/solve-stage.ts';
import { TODAY } from '../builders.ts';
import { noContext } from '../no-context.ts';

export interface StageGiven extends Partial<StageContext> {
  readonly policy?: RoundPolicy;
}

const contextOf = ({ policy: _policy, ...rest }: StageGiven): StageContext => ({
  judge: noContext,
  seed: 'seed',
  carriedOver: new Set(),
  kept: [],
  roles: ['dpp', 'practice-assessor'],
  extra: () => [],
  ...rest,
});

/** Builds the allocation instance of a stage with sign-off seats, as of today by default. */
export const instanceOf = (
  requests: readonly SupervisionRequest[],
  practitioners: readonly Practitioner[],
  given: StageGiven = {},
) => roundInstance(requests, practitioners, given.policy ?? roundPolicy, TODAY, contextOf(given));

/** Solves a stage with sign-off seats, as of today by default. */
export const solvedStage = (
  requests: readonly SupervisionRequest[],
  practitioners: readonly Practitioner[],
  given: StageGiven = {},
): SolvedStage => {
  const board = { requests, practitioners };
  const solved = solveStage(board, given.policy ?? roundPolicy, TODAY, contextOf(given));
  if (!solved.ok) throw new Error(`${solved.refusal.field}: ${solved.refusal.problem}`);
  return solved.value;
};

export const quota = (value: number) => ({ value, reason: 'a trial' });

/** The policy in force, but with the given quotas. */
export const withQuotas = (quotas: Partial<RoundPolicy['quotas']>): RoundPolicy => ({
  ...roundPolicy,
  quotas: { places: {}, organisations: {}, ...quotas },
});
