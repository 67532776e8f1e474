import { refused, type Result, accepted } from '../kernel/result.ts';
import type { Allocation } from '../allocation/allocation.ts';
import { explainPair, type Forced } from '../allocation/explain-pair.ts';
import { seatQueryOf } from '../matching/query/seat-query.ts';
import { requirementInWords } from '../matching/explain/explain-to-team.ts';
import { unmetRequirements } from '../matching/requirements/unmet-requirements.ts';
import type { ServiceSystem } from '../systems/service-system.ts';
import { signOffRoles, stageContext } from './compute-round-plan.ts';
import { roundInstance } from './round-instance.ts';
import type { RoundPolicy } from './round-policy.ts';
import type { Snapshot } from './snapshot.ts';
import { stageSeat } from './stage-pairs.ts';

export interface WhyNot {
  readonly eligible: boolean;
  /** The answer in one sentence. */
  readonly answer: string;
  /** Unmet requirements in words, each with the two values that were compared. */
  readonly unmet: readonly string[];
  /** Changes to the plan if this pair were forced, found by solving the round again. */
  readonly forced: Forced | undefined;
  /** Rank among the learner's options. */
  readonly rank: number | undefined;
  readonly of: number;
}

/** Explains why a learner's sign-off seat did not go to this practitioner. */
export const whyNot = (
  system: ServiceSystem,
  snapshot: Snapshot,
  policy: RoundPolicy,
  seed: string,
  requestId: string,
  practitionerId: string,
  optimum?: Allocation,
): Result<WhyNot, 'request-unknown' | 'practitioner-unknown'> => {
  const request = snapshot.requests.find(({ id }) => id === requestId);
  const practitioner = snapshot.practitioners.find(({ id }) => id === practitionerId);
  const seat = request && stageSeat(request, signOffRoles);
  if (request === undefined || seat === undefined) return refused('request-unknown');
  if (practitioner === undefined) return refused('practitioner-unknown');
  const context = stageContext(system, snapshot, seed, signOffRoles);
  const stage = roundInstance(snapshot.requests, snapshot.practitioners, policy, snapshot.day, context);
  const own = stage.pairs.get(requestId);
  const pair = own?.get(practitionerId);
  const of = own?.size ?? 0;
  if (pair === undefined) {
    const query = seatQueryOf(request, seat, policy.pairs, snapshot.day, context.judge);
    const unmet = unmetRequirements(query, practitioner).map(requirementInWords);
    const answer =
      seat.state === 'vacant'
        ? `Not eligible: ${unmet.join('; ')}.`
        : 'Somebody had been asked or had agreed to take this role when the round was planned.';
    return accepted({ eligible: false, answer, unmet, forced: undefined, rank: undefined, of });
  }
  const explained = explainPair(stage.instance, requestId, pair.leaf, optimum);
  if (!explained.ok) return refused('request-unknown');
  const { answer, forced, rank } = explained.value;
  return accepted({
    eligible: true,
    answer: `${answer.charAt(0).toUpperCase()}${answer.slice(1)}.`,
    unmet: [],
    forced: forced ?? undefined,
    rank: rank ?? undefined,
    of,
  });
};
