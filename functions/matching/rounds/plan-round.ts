import { createHash } from 'node:crypto';
import { plannedRound, planningRound } from '../../../shared/rounds/round-moves.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import { mergeFollowUp } from '../../../shared/rounds/merge-follow-up.ts';
import { computeRoundPlan } from '../../../shared/rounds/compute-round-plan.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import { roundRepository } from '../../store/repositories/round-repository.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { planDocuments } from '../../store/plan-documents.ts';
import { readRoundFacts } from './read-round-facts.ts';
import type { RoundDeps } from './round-deps.ts';

export type PlanRefusal =
  | 'round-unknown'
  | 'round-not-open-for-that'
  | 'round-without-plan'
  | 'round-without-learners'
  | 'round-hash-not-public'
  | 'busy'
  | `quota: ${string}`;

/**
 * Plans a round in two steps, each short enough for one call. The first reads and stores the facts, and the
 * second computes and stores the best allocation. Each step writes the round's own row last, so that nobody
 * sees an incomplete plan.
 */
export const planRound = (deps: RoundDeps) => {
  const { system, table, clock, chance, policy, version, log, publicHash } = deps;
  const rounds = roundRepository(table);
  const documents = planDocuments(table);
  const read = readRoundFacts(deps);

  const snapshot = async (id: string, by: string): Promise<Result<Round, PlanRefusal>> => {
    const before = await rounds.find(id);
    if (before === undefined) return refused('round-unknown');
    const now = clock.now();
    const planId = chance.id();
    const facts = await read(before);
    if (facts.snapshot.requests.length === 0) return refused('round-without-learners');
    const input = { snapshot: facts.snapshot, policy, versions: { ...facts.versions } };
    const ref = {
      id: planId,
      at: now,
      day: londonDay(now),
      inputHash: createHash('sha256')
        .update(JSON.stringify([input, before.seedHash]))
        .digest('hex'),
      policy: policy.version,
      code: version,
      learners: facts.snapshot.requests.length,
      practitioners: facts.snapshot.practitioners.length,
    };
    const allowed = planningRound(before, ref, now);
    if (!allowed.ok) return allowed;
    await documents.writeInput(before, planId, input);
    return decideAndCommit<Round | undefined, Round, PlanRefusal>({
      table,
      read: () => rounds.find(id),
      decide: (round) => {
        // Refuses if the round has changed since the facts were read, so as not to overwrite a plan made meanwhile.
        if (round?.version !== before.version) return refused('busy');
        return accepted({
          value: { ...allowed.value, version: round.version + 1 },
          changes: [
            rounds.save(allowed.value),
            ...teamDecisionRows(`round#${id}`, now, chance.id(), { by }, 'round-snapshot', {
              plan: planId,
              wave: allowed.value.wave,
              inputHash: ref.inputHash,
            }),
          ],
        });
      },
    });
  };

  const solve = async (id: string, by: string): Promise<Result<Round, PlanRefusal>> => {
    const before = await rounds.find(id);
    if (before === undefined) return refused('round-unknown');
    if (before.plan === undefined) return refused('round-without-plan');
    if (before.state !== 'planning') return refused('round-not-open-for-that');
    // Refuses until the hash is public: otherwise the seed could be chosen after its result is known.
    if (!(await publicHash.isShown(before))) {
      await publicHash.publish();
      return refused('round-hash-not-public');
    }
    const { plan } = before;
    const input = await documents.input(before, plan);
    const solved = computeRoundPlan(system, input.snapshot, input.policy, before.seed);
    if (!solved.ok) return refused<PlanRefusal>(`quota: ${solved.refusal.field} ${solved.refusal.problem}`);
    const { confirmedPlan } = before;
    const result =
      confirmedPlan === undefined
        ? solved.value
        : mergeFollowUp(solved.value, await documents.result(before, { id: confirmedPlan }));
    await documents.writeResult(before, plan, result);
    log.event('round-solved', { count: result.summary.signOff.placed });
    const now = clock.now();
    return decideAndCommit<Round | undefined, Round, PlanRefusal>({
      table,
      read: () => rounds.find(id),
      decide: (round) => {
        if (round?.plan?.id !== plan.id) return refused('busy');
        const moved = plannedRound(round, result.summary, now);
        if (!moved.ok) return moved;
        return accepted({
          value: { ...moved.value, version: round.version + 1 },
          changes: [
            rounds.save(moved.value),
            ...teamDecisionRows(`round#${id}`, now, chance.id(), { by }, 'round-planned', { plan: plan.id }),
          ],
        });
      },
    });
  };

  return { snapshot, solve };
};
