import { accepted, type Result } from '../kernel/result.ts';
import type { Allocation, Unplaced } from './allocation.ts';
import { intAt, itemAt } from './checked-access.ts';
import { certify } from './certificate.ts';
import { CompetitionFinder } from './competition.ts';
import type { Flow } from './flow.ts';
import type { Instance, InstanceTrouble } from './instance.ts';
import { buildNetwork, costOf, hashOf, loadPenalty } from './network.ts';
import { solve } from './solver.ts';

const objectiveOf = (flow: Flow): Allocation['objective'] => {
  const { network, held, load } = flow;
  const objective = { placed: 0, worstBand: 0, totalCost: 0, tieBreak: 0 };
  for (const pair of held) {
    if (pair < 0) continue;
    objective.placed += 1;
    objective.totalCost += costOf(network, pair);
    if (costOf(network, pair) > network.worstBandOver) objective.worstBand += 1;
    objective.tieBreak += hashOf(network, pair);
  }
  network.penalties.forEach((penalties, practitioner) => {
    for (let n = 0; n < intAt(load, practitioner); n += 1) objective.totalCost += loadPenalty(penalties, n);
  });
  return objective;
};

const assignmentsOf = ({ network, held }: Flow): Allocation['assignments'] => {
  const assignments: Allocation['assignments'] = [];
  held.forEach((pair, learner) => {
    if (pair < 0) return;
    assignments.push({
      learner: itemAt(network.learnerIds, learner),
      practitioner: itemAt(network.tree.ids, intAt(network.pairs.practitioner, pair)),
      cost: costOf(network, pair),
    });
  });
  return assignments;
};

const unplacedOf = (flow: Flow): Unplaced[] => {
  const { learnerIds, pairs } = flow.network;
  const competition = new CompetitionFinder(flow);
  const unplaced: Unplaced[] = [];
  flow.held.forEach((pair, learner) => {
    if (pair >= 0) return;
    const eligible = intAt(pairs.first, learner + 1) > intAt(pairs.first, learner);
    const reason = eligible ? 'outcompeted' : 'no-eligible-practitioner';
    unplaced.push({ learner: itemAt(learnerIds, learner), reason, ...competition.find(learner) });
  });
  return unplaced;
};

/**
 * Allocates a whole intake. Optimises in this order: number of learners placed; the best set of learners by
 * the published order; fewest pairs above the worst band's edge, if the instance gives that edge; lowest cost
 * in points (load penalties included); lowest sum of hashes. Deterministic, whatever the order of the rows.
 * @param onProgress called with the number of learners processed
 * @returns the allocation with its certificate, or a refusal that names the inconsistent field
 */
export const allocate = (
  instance: Instance,
  onProgress?: (done: number, of: number) => void,
): Result<Allocation, InstanceTrouble> => {
  const network = buildNetwork(instance);
  if (!network.ok) return network;
  const flow = solve(network.value, onProgress);
  return accepted({
    assignments: assignmentsOf(flow),
    unplaced: unplacedOf(flow),
    objective: objectiveOf(flow),
    certificate: certify(flow),
  });
};
