import type { Allocation } from './allocation.ts';
import { penaltyAt, readClaim, type Claim } from './claim.ts';
import { drawLots, pairHash } from './draw.ts';
import type { Instance, InstanceTrouble } from './instance.ts';
import { verifyCompetition } from './verify-competition.ts';
import { verifyPrices } from './verify-prices.ts';

/** A fault in an allocation, with the path of the field that is wrong. */
export type Problem = InstanceTrouble;

const quoted = (id: string): string => JSON.stringify(id);

const verifyAssignments = ({ assignments, unplaced }: Allocation, { applicants }: Claim): Problem[] => {
  const problems: Problem[] = [];
  const named = new Set<string>();
  for (const [index, { learner, practitioner, cost }] of assignments.entries()) {
    const field = `assignments[${index}]`;
    const pair = applicants.get(learner)?.pairs.find(({ host }) => host.id === practitioner);
    if (pair === undefined) problems.push({ field, problem: 'is not among the eligible pairs' });
    else if (pair.cost !== cost) problems.push({ field: `${field}.cost`, problem: `should be ${pair.cost}` });
    if (named.has(learner)) problems.push({ field, problem: `learner ${quoted(learner)} is named twice` });
    named.add(learner);
  }
  for (const [index, { learner }] of unplaced.entries()) {
    const known = applicants.has(learner) && !named.has(learner);
    if (!known) problems.push({ field: `unplaced[${index}].learner`, problem: 'is unknown or named twice' });
    named.add(learner);
  }
  for (const id of applicants.keys()) {
    if (!named.has(id)) problems.push({ field: 'assignments', problem: `learner ${quoted(id)} is missing` });
  }
  return problems;
};

const verifyLimits = ({ limiters }: Claim): Problem[] =>
  [...limiters.values()]
    .filter(({ placed, most }) => placed.length > most)
    .map(({ id, placed, most }) => ({
      field: 'assignments',
      problem: `${quoted(id)} has ${placed.length} learners and takes at most ${most}`,
    }));

const verifyPinned = ({ pinned }: Instance, { applicants }: Claim): Problem[] =>
  pinned.flatMap(({ learner, practitioner }, index) =>
    applicants.get(learner)?.held?.host.id === practitioner
      ? []
      : [{ field: 'assignments', problem: `pinned[${index}] is not kept` }],
  );

const objectiveOf = (instance: Instance, { applicants, hosts }: Claim): Allocation['objective'] => {
  const edge = instance.worstBandOver ?? Number.POSITIVE_INFINITY;
  const objective = { placed: 0, worstBand: 0, totalCost: 0, tieBreak: 0 };
  const lotOf = drawLots(instance.seed);
  for (const { held, key } of applicants.values()) {
    if (held === null) continue;
    objective.placed += 1;
    objective.totalCost += held.cost;
    if (held.cost > edge) objective.worstBand += 1;
    objective.tieBreak += pairHash(key, lotOf(held.host.id).key);
  }
  for (const host of hosts.values()) {
    for (let index = 0; index < (host.limiters[0]?.placed.length ?? 0); index += 1) {
      objective.totalCost += penaltyAt(host, index);
    }
  }
  return objective;
};

const verifyObjective = (instance: Instance, { objective }: Allocation, claim: Claim): Problem[] => {
  const expected = objectiveOf(instance, claim);
  return (['placed', 'worstBand', 'totalCost', 'tieBreak'] as const)
    .filter((name) => objective[name] !== expected[name])
    .map((name) => ({ field: `objective.${name}`, problem: `should be ${expected[name]}` }));
};

/**
 * Verifies an allocation against its instance, independently of the solver: that it is feasible, that its
 * totals are correct, that its prices prove it optimal, and that the reasons for unplaced learners hold.
 * @param instance must be one that `allocate` accepts
 * @returns the faults; if there are none, the allocation is proved
 */
export const verify = (instance: Instance, allocation: Allocation): Problem[] => {
  const claim = readClaim(instance, allocation);
  return [
    ...verifyAssignments(allocation, claim),
    ...verifyLimits(claim),
    ...verifyPinned(instance, claim),
    ...verifyObjective(instance, allocation, claim),
    ...verifyPrices(instance, allocation, claim),
    ...verifyCompetition(allocation, claim),
  ];
};
