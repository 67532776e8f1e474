import { accepted, refused, type Result } from '../kernel/result.ts';
import { intAt, itemAt, numberAt } from './checked-access.ts';
import { drawLots, pairHash, type Lot } from './draw.ts';
import type { Instance, InstanceTrouble } from './instance.ts';
import { buildPairTable, maxTotalCost, findPair, type PairTable } from './pair-table.ts';
import { buildQuotaTree, inTreeOrder, type QuotaTree } from './quota-tree.ts';

/**
 * An instance in numeric form. Every list is sorted, so that the order of rows cannot influence the result.
 */
export interface Network {
  readonly learnerIds: readonly string[];
  /** Learners in the published order: by priority, then lot, then id. */
  readonly order: Int32Array;
  /** Each learner's position in the published order. */
  readonly position: Int32Array;
  readonly pairs: PairTable;
  /**
   * A pair's weight in the solver: its cost, plus `worstBandWeight` if the cost is above the worst band's
   * edge.
   */
  readonly weight: Float64Array;
  readonly hash: Uint32Array;
  readonly worstBandOver: number;
  readonly worstBandWeight: number;
  readonly tree: QuotaTree;
  /** Per practitioner, points for the first, second, … learner; the last entry repeats. Never empty. */
  readonly penalties: readonly (readonly number[])[];
  /** Each learner's pinned pair, or −1. */
  readonly pinned: Int32Array;
}

const NO_PENALTY = [0] as const;

/** Load penalty in points for a practitioner's next learner after `load` learners. */
export const loadPenalty = (penalties: readonly number[], load: number): number =>
  itemAt(penalties, Math.min(load, penalties.length - 1));

const numbered = <Item extends { readonly id: string }>(sorted: readonly Item[]) => ({
  sorted,
  numbers: new Map(sorted.map(({ id }, number) => [id, number])),
});

const publishedOrder = (learners: Readonly<Instance['learners']>, lots: readonly Lot[]): Int32Array =>
  Int32Array.from(learners.keys()).sort(
    (a, b) =>
      itemAt(learners, a).priority - itemAt(learners, b).priority ||
      itemAt(lots, a).lot - itemAt(lots, b).lot ||
      a - b,
  );

const weighPairs = ({ cost }: PairTable, over: number, weight: number): Float64Array =>
  weight === 0 ? cost : cost.map((points) => (points > over ? points + weight : points));

const hashPairs = (
  pairs: PairTable,
  learners: readonly Lot[],
  practitioners: readonly Lot[],
): Uint32Array => {
  const keys = Int32Array.from(practitioners, ({ key }) => key);
  const hash = new Uint32Array(pairs.practitioner.length);
  for (let learner = 0; learner < learners.length; learner += 1) {
    const { key } = itemAt(learners, learner);
    const end = intAt(pairs.first, learner + 1);
    for (let pair = intAt(pairs.first, learner); pair < end; pair += 1)
      hash[pair] = pairHash(key, intAt(keys, intAt(pairs.practitioner, pair)));
  }
  return hash;
};

const pinPairs = (
  { pinned }: Instance,
  pairs: PairTable,
  learners: ReadonlyMap<string, number>,
  practitioners: ReadonlyMap<string, number>,
  tree: QuotaTree,
): Result<Int32Array, InstanceTrouble> => {
  const pinnedPair = new Int32Array(learners.size).fill(-1);
  const load = new Int32Array(tree.top);
  for (const [index, { learner, practitioner }] of pinned.entries()) {
    const at = `pinned[${index}]`;
    const who = learners.get(learner);
    if (who === undefined) {
      return refused({ field: `${at}.learner`, problem: `there is no learner ${JSON.stringify(learner)}` });
    }
    const whom = practitioners.get(practitioner);
    if (whom === undefined) {
      const problem = `there is no practitioner ${JSON.stringify(practitioner)}`;
      return refused({ field: `${at}.practitioner`, problem });
    }
    const pair = findPair(pairs, who, whom);
    if (pair < 0) return refused({ field: at, problem: 'the pair is not among the pairs' });
    if (intAt(pinnedPair, who) >= 0) {
      return refused({ field: at, problem: `learner ${JSON.stringify(learner)} is pinned twice` });
    }
    pinnedPair[who] = pair;
    for (let node = whom; node !== tree.top; node = intAt(tree.parent, node)) {
      load[node] = intAt(load, node) + 1;
      if (intAt(load, node) > intAt(tree.capacity, node)) {
        const full = `${JSON.stringify(itemAt(tree.ids, node))} takes at most ${intAt(tree.capacity, node)}`;
        return refused({ field: at, problem: `too many pinned pairs: ${full}` });
      }
    }
  }
  return accepted(pinnedPair);
};

/** Upper bound of all load penalties together, in points. */
const penaltyTotal = (pairs: PairTable, tree: QuotaTree, penalties: Network['penalties']): number => {
  const asked = new Int32Array(tree.practitioners);
  for (let pair = 0; pair < pairs.practitioner.length; pair += 1) {
    const practitioner = intAt(pairs.practitioner, pair);
    asked[practitioner] = intAt(asked, practitioner) + 1;
  }
  let total = 0;
  for (let practitioner = 0; practitioner < tree.practitioners; practitioner += 1) {
    const most = Math.min(intAt(asked, practitioner), intAt(tree.capacity, practitioner));
    const own = itemAt(penalties, practitioner);
    for (let load = 0; load < most; load += 1) total += loadPenalty(own, load);
  }
  return total;
};

/** Whether every sum in the solver stays an integer that a double represents exactly. */
const addsUpExactly = (learners: number, heaviest: number): boolean =>
  4 * (learners + 1) * heaviest <= Number.MAX_SAFE_INTEGER;

const largest = (values: ArrayLike<number>): number => {
  let most = 0;
  for (let i = 0; i < values.length; i += 1) most = Math.max(most, values[i] ?? 0);
  return most;
};

/**
 * Converts an instance into numeric form.
 * @returns a refusal that names the field if an id is unknown or duplicate, a pair is duplicate, quotas
 * overlap without nesting, pinned pairs exceed a quota, or costs are too large for exact sums
 */
export const buildNetwork = (instance: Instance): Result<Network, InstanceTrouble> => {
  const learners = numbered([...instance.learners].sort((a, b) => (a.id < b.id ? -1 : 1)));
  if (learners.numbers.size < instance.learners.length) {
    const ids = new Set<string>();
    const index = instance.learners.findIndex(({ id }) => ids.size === ids.add(id).size);
    const problem = `${JSON.stringify(itemAt(instance.learners, index).id)} is given twice`;
    return refused({ field: `learners[${index}].id`, problem });
  }
  const built = buildQuotaTree(instance, instance.learners.length);
  if (!built.ok) return built;
  const tree = built.value;
  const practitioners = numbered(inTreeOrder(instance.practitioners));
  const table = buildPairTable(instance, learners.numbers, practitioners.numbers);
  if (!table.ok) return table;
  const pairs = table.value;
  const pinned = pinPairs(instance, pairs, learners.numbers, practitioners.numbers, tree);
  if (!pinned.ok) return pinned;

  const penalties = practitioners.sorted.map(({ loadPenalty: own }) =>
    own === undefined || own.length === 0 ? NO_PENALTY : own,
  );
  const edge = instance.worstBandOver;
  const worstBandWeight =
    edge === undefined ? 0 : 1 + maxTotalCost(pairs) + penaltyTotal(pairs, tree, penalties);
  const heaviest = worstBandWeight + largest(pairs.cost) + largest(penalties.map((own) => largest(own)));
  if (!addsUpExactly(instance.learners.length, heaviest)) {
    return refused({ field: 'pairs', problem: 'the costs are too large to be added up exactly' });
  }
  if (!addsUpExactly(instance.learners.length, 2 ** 32)) {
    return refused({ field: 'learners', problem: 'more than 500,000 learners' });
  }

  const lotOf = drawLots(instance.seed);
  const lots = learners.sorted.map(({ id }) => lotOf(id));
  const order = publishedOrder(learners.sorted, lots);
  const position = new Int32Array(order.length);
  order.forEach((learner, place) => (position[learner] = place));
  return accepted({
    learnerIds: learners.sorted.map(({ id }) => id),
    order,
    position,
    pairs,
    weight: weighPairs(pairs, edge ?? Number.POSITIVE_INFINITY, worstBandWeight),
    hash: hashPairs(
      pairs,
      lots,
      practitioners.sorted.map(({ id }) => lotOf(id)),
    ),
    worstBandOver: edge ?? Number.POSITIVE_INFINITY,
    worstBandWeight,
    tree,
    penalties,
    pinned: pinned.value,
  });
};

/** A pair's cost in points, without weights. */
export const costOf = ({ pairs }: Network, pair: number): number => numberAt(pairs.cost, pair);

export const hashOf = ({ hash }: Network, pair: number): number => hash[pair] ?? 0;
