import { accepted, type Result } from '../kernel/result.ts';
import { intAt, itemAt } from './checked-access.ts';
import { Places, type Baseline } from './baseline.ts';
import type { Instance, InstanceTrouble } from './instance.ts';
import { buildNetwork, costOf, loadPenalty, type Network } from './network.ts';

const cheapestFree = (network: Network, places: Places, learner: number): number => {
  const { pairs, penalties } = network;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let pair = intAt(pairs.first, learner); pair < intAt(pairs.first, learner + 1); pair += 1) {
    if (places.firstFull(pair, 0) >= 0) continue;
    const practitioner = intAt(pairs.practitioner, pair);
    const load = intAt(places.load, practitioner);
    const cost = costOf(network, pair) + loadPenalty(itemAt(penalties, practitioner), load);
    if (cost < least) [best, least] = [pair, cost];
  }
  return best;
};

/**
 * First come, first served: each learner in turn takes the cheapest free place.
 * @param arrival learners' ids in order of arrival; learners not listed follow in the instance's order
 */
export const allocateFirstCome = (
  instance: Instance,
  arrival: readonly string[] = [],
): Result<Baseline, InstanceTrouble> => {
  const network = buildNetwork(instance);
  if (!network.ok) return network;
  const places = new Places(network.value);
  const numbers = new Map(network.value.learnerIds.map((id, number) => [id, number]));
  for (const id of new Set([...arrival, ...instance.learners.map((learner) => learner.id)])) {
    const learner = numbers.get(id);
    if (learner === undefined || intAt(places.held, learner) >= 0) continue;
    const pair = cheapestFree(network.value, places, learner);
    if (pair >= 0) places.take(pair);
  }
  return accepted(places.summary());
};
