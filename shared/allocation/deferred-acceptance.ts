import { accepted, type Result } from '../kernel/result.ts';
import { intAt, itemAt } from './checked-access.ts';
import { Places, type Baseline } from './baseline.ts';
import type { Instance, InstanceTrouble } from './instance.ts';
import { buildNetwork, costOf, hashOf, type Network } from './network.ts';

/** Pairs held under one node in ascending order of cost. The most expensive pair is rejected first. */
type Ranking = number[];

const placeIn = (network: Network, ranking: Ranking, pair: number): number => {
  let low = 0;
  let high = ranking.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = itemAt(ranking, middle);
    const before =
      costOf(network, other) - costOf(network, pair) ||
      hashOf(network, other) - hashOf(network, pair) ||
      other - pair;
    if (before < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Learner-proposing deferred acceptance, in which everybody prefers the lower cost. Each learner applies to
 * their cheapest practitioner first. Where a practitioner or quota holds too many, the most expensive pair is
 * rejected and its learner applies elsewhere. Pinned pairs are never rejected.
 */
export const allocateByDeferredAcceptance = (instance: Instance): Result<Baseline, InstanceTrouble> => {
  const built = buildNetwork(instance);
  if (!built.ok) return built;
  const network = built.value;
  const { tree, pairs, pinned, learnerIds } = network;
  const places = new Places(network);
  const rankings = new Map<number, Ranking>();
  const eachRanking = (pair: number, visit: (ranking: Ranking) => unknown): void => {
    for (let node = intAt(pairs.practitioner, pair); node !== tree.top; node = intAt(tree.parent, node)) {
      if (intAt(tree.capacity, node) > learnerIds.length) continue;
      const ranking = rankings.get(node) ?? [];
      rankings.set(node, ranking);
      visit(ranking);
    }
  };
  const next = pairs.first.slice();
  const asking = learnerIds.map((_, learner) => learner).filter((learner) => intAt(pinned, learner) < 0);
  for (let learner = asking.pop(); learner !== undefined; learner = asking.pop()) {
    const pair = intAt(next, learner);
    if (pair >= intAt(pairs.first, learner + 1)) continue;
    next[learner] = pair + 1;
    places.take(pair);
    eachRanking(pair, (ranking) => ranking.splice(placeIn(network, ranking, pair), 0, pair));
    const full = places.firstFull(pair, 1);
    const last = full < 0 ? undefined : rankings.get(full)?.at(-1);
    if (last === undefined) continue;
    places.release(last);
    eachRanking(last, (ranking) => ranking.splice(placeIn(network, ranking, last), 1));
    asking.push(intAt(pairs.learner, last));
  }
  return accepted(places.summary());
};
