import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { comparePlans, type PlanComparison } from '../../../shared/rounds/compare-plans.ts';
import { computeRoundPlan } from '../../../shared/rounds/compute-round-plan.ts';
import { readPolicyFile, roundPolicyOf } from '../../../shared/rounds/round-policy.ts';
import { whyNot, type WhyNot } from '../../../shared/rounds/why-not.ts';
import { roundRepository } from '../../store/repositories/round-repository.ts';
import { planDocuments } from '../../store/plan-documents.ts';
import type { RoundDeps } from './round-deps.ts';

type ReplayRefusal = 'round-unknown' | 'round-without-plan' | `policy: ${string}`;

/**
 * Computes a stored round again, to show what another policy would change or why a pair was not chosen. Writes
 * nothing.
 */
export const replayRound = ({ table, system }: Pick<RoundDeps, 'table' | 'system'>) => {
  const rounds = roundRepository(table);
  const documents = planDocuments(table);
  const load = async (id: string, which: 'first' | 'latest') => {
    const round = await rounds.find(id);
    if (round === undefined) return refused('round-unknown' as const);
    if (round.plan?.summary === undefined) return refused('round-without-plan' as const);
    const plan = which === 'latest' || round.firstPlan === undefined ? round.plan : { id: round.firstPlan };
    return accepted({ round, plan, input: await documents.input(round, plan) });
  };
  return {
    under: async (
      id: string,
      file: unknown,
    ): Promise<Result<PlanComparison & { readonly policies: readonly [string, string] }, ReplayRefusal>> => {
      const policy = readPolicyFile(file, system.geography, roundPolicyOf(system));
      if (!policy.success) {
        const [issue] = policy.error.issues;
        return refused<ReplayRefusal>(`policy: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
      }
      // A follow-up keeps earlier assignments, so the effect of another policy shows only in the first plan.
      const loaded = await load(id, 'first');
      if (!loaded.ok) return loaded;
      const { round, plan, input } = loaded.value;
      const after = computeRoundPlan(system, input.snapshot, policy.data, round.seed);
      if (!after.ok) return refused<ReplayRefusal>(`policy: ${after.refusal.field} ${after.refusal.problem}`);
      const before = await documents.result(round, plan);
      return accepted({
        policies: [input.policy.version, policy.data.version],
        ...comparePlans(before, after.value),
      });
    },
    whyNot: async (
      id: string,
      requestId: string,
      practitionerId: string,
    ): Promise<
      Result<WhyNot, 'round-unknown' | 'round-without-plan' | 'request-unknown' | 'practitioner-unknown'>
    > => {
      const latest = await load(id, 'latest');
      if (!latest.ok) return latest;
      const { snapshot } = latest.value.input;
      // Assignments that a follow-up keeps were chosen by the first plan.
      const kept = snapshot.kept.some((one) => one.requestId === requestId);
      const loaded = kept ? await load(id, 'first') : latest;
      if (!loaded.ok) return loaded;
      const { round, input } = loaded.value;
      return whyNot(system, input.snapshot, input.policy, round.seed, requestId, practitionerId);
    },
  };
};
