import { drawLots, pairHash } from '../../../shared/allocation/draw.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { limiters } from './limiters.ts';
import { mostPlaced } from './max-flow.ts';
import { publishedOrder } from './published-order.ts';

type Pair = Instance['pairs'][number];

/** Lists every allowed allocation of a tiny instance. The instance's pinned pairs are in all of them. */
const everyAllocation = (instance: Instance): Pair[][] => {
  const sets = limiters(instance);
  const pinned = new Map(instance.pinned.map(({ learner, practitioner }) => [learner, practitioner]));
  let all: Pair[][] = [[]];
  for (const { id } of instance.learners) {
    const own = instance.pairs.filter(
      ({ learner, practitioner }) => learner === id && (pinned.get(id) ?? practitioner) === practitioner,
    );
    all = all.flatMap((chosen) => [
      ...(pinned.has(id) ? [] : [chosen]),
      ...own.map((pair) => [...chosen, pair]),
    ]);
  }
  return all.filter((pairs) =>
    sets.every(
      ({ most, members }) => pairs.filter(({ practitioner }) => members.has(practitioner)).length <= most,
    ),
  );
};

/**
 * Finds the best allocation by trying all of them and comparing them by the five aims of the specification, in order.
 */
export const bestByForce = (instance: Instance): { assignments: Pair[]; totalCost: number } => {
  const order = publishedOrder(instance);
  const lotOf = drawLots(instance.seed);
  const edge = instance.worstBandOver ?? Number.POSITIVE_INFINITY;
  const rated = everyAllocation(instance).map((pairs) => {
    const placed = new Set(pairs.map(({ learner }) => learner));
    const penalties = instance.practitioners.flatMap(({ id, loadPenalty = [] }) =>
      pairs
        .filter(({ practitioner }) => practitioner === id)
        .map((_, n) => loadPenalty[Math.min(n, loadPenalty.length - 1)] ?? 0),
    );
    const totalCost = [...pairs.map(({ cost }) => cost), ...penalties].reduce((sum, one) => sum + one, 0);
    const hash = pairs.reduce(
      (sum, pair) => sum + pairHash(lotOf(pair.learner).key, lotOf(pair.practitioner).key),
      0,
    );
    const inOrder = order.map((id) => (placed.has(id) ? 0 : 1));
    return {
      pairs,
      totalCost,
      rating: [-placed.size, ...inOrder, pairs.filter(({ cost }) => cost > edge).length, totalCost, hash],
    };
  });
  const compare = (a: readonly number[], b: readonly number[]): number => {
    const at = a.findIndex((value, index) => value !== b[index]);
    return at < 0 ? 0 : a[at]! - b[at]!;
  };
  const best = rated.reduce((least, one) => (compare(one.rating, least.rating) < 0 ? one : least));
  return {
    assignments: best.pairs.sort((a, b) => (a.learner < b.learner ? -1 : 1)),
    totalCost: best.totalCost,
  };
};

/**
 * Finds a learner's competitors by trying every set of placed learners. The competitors are the smallest set for which
 * there is exactly one place too few once the learner is added.
 */
export const competitorsByForce = (
  instance: Instance,
  learner: string,
  placed: readonly string[],
): string[] => {
  const subsets = placed.reduce<string[][]>(
    (all, id) => [...all, ...all.map((subset) => [...subset, id])],
    [[]],
  );
  const competing = subsets.filter((subset) => mostPlaced(instance, [...subset, learner]) === subset.length);
  return competing.reduce((least, one) => (one.length < least.length ? one : least)).sort();
};
