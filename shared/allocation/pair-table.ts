import { accepted, refused, type Result } from '../kernel/result.ts';
import { intAt, itemAt, numberAt } from './checked-access.ts';
import { allUpTo, sortedBy } from './counting-sort.ts';
import type { Instance, InstanceTrouble } from './instance.ts';

/**
 * Eligible pairs sorted by learner, then cost, then practitioner. Learner `l` has the pairs from `first[l]`
 * to `first[l + 1] - 1`. The cheapest pairs come first, so that a search can stop reading early.
 */
export interface PairTable {
  readonly first: Int32Array;
  readonly learner: Int32Array;
  readonly practitioner: Int32Array;
  readonly cost: Float64Array;
}

/** Sorts a learner's rows by cost, then practitioner. Insertion sort, because there are few rows. */
const sortRows = (
  order: Int32Array,
  from: number,
  to: number,
  cost: Float64Array,
  practitioner: Int32Array,
): void => {
  for (let place = from + 1; place < to; place += 1) {
    const row = intAt(order, place);
    const own = numberAt(cost, row);
    const whom = intAt(practitioner, row);
    let at = place;
    for (; at > from; at -= 1) {
      const other = intAt(order, at - 1);
      const theirs = numberAt(cost, other);
      if (theirs < own || (theirs === own && intAt(practitioner, other) <= whom)) break;
      order[at] = other;
    }
    order[at] = row;
  }
};

/** Maximum rows for insertion sort, whose time grows quadratically; longer lists use the built-in sort. */
const MAX_INSERTION_SORT = 64;

/** Sorts rows by learner, then cost, then practitioner. Stable for duplicates. */
const sortPairs = (
  learner: Int32Array,
  learners: number,
  practitioner: Int32Array,
  cost: Float64Array,
): ReturnType<typeof sortedBy> => {
  const sorted = sortedBy(learner, learners, allUpTo(learner.length));
  const { order, first } = sorted;
  for (let who = 0; who < learners; who += 1) {
    const from = intAt(first, who);
    const to = intAt(first, who + 1);
    if (to - from <= MAX_INSERTION_SORT) sortRows(order, from, to, cost, practitioner);
    else {
      order
        .subarray(from, to)
        .sort(
          (a, b) =>
            numberAt(cost, a) - numberAt(cost, b) || intAt(practitioner, a) - intAt(practitioner, b) || a - b,
        );
    }
  }
  return sorted;
};

/** Index of the first row that repeats an earlier one; −1 if none. */
const findRepeat = ({ first, practitioner }: PairTable, order: Int32Array, practitioners: number): number => {
  const lastRow = new Int32Array(practitioners);
  const seenBy = new Int32Array(practitioners).fill(-1);
  let repeat = -1;
  for (let learner = 0; learner + 1 < first.length; learner += 1) {
    for (let pair = intAt(first, learner); pair < intAt(first, learner + 1); pair += 1) {
      const whom = intAt(practitioner, pair);
      const row = intAt(order, pair);
      if (intAt(seenBy, whom) === learner) {
        const later = Math.max(row, intAt(lastRow, whom));
        repeat = repeat < 0 ? later : Math.min(repeat, later);
      }
      seenBy[whom] = learner;
      lastRow[whom] = row;
    }
  }
  return repeat;
};

/** Builds the table, or refuses a pair that is a duplicate or has an unknown id. */
export const buildPairTable = (
  { pairs }: Instance,
  learners: ReadonlyMap<string, number>,
  practitioners: ReadonlyMap<string, number>,
): Result<PairTable, InstanceTrouble> => {
  const learner = new Int32Array(pairs.length);
  const practitioner = new Int32Array(pairs.length);
  const cost = new Float64Array(pairs.length);
  let before: { readonly id: string; readonly who: number | undefined } = { id: '', who: undefined };
  for (const [index, pair] of pairs.entries()) {
    // Skips the lookup if the learner is the same as in the previous row, because rows usually come grouped
    // by learner.
    const who = pair.learner === before.id ? before.who : learners.get(pair.learner);
    if (pair.learner !== before.id) before = { id: pair.learner, who };
    const whom = practitioners.get(pair.practitioner);
    if (who === undefined || whom === undefined) {
      const side = who === undefined ? 'learner' : 'practitioner';
      return refused({
        field: `pairs[${index}].${side}`,
        problem: `there is no ${side} ${JSON.stringify(pair[side])}`,
      });
    }
    learner[index] = who;
    practitioner[index] = whom;
    cost[index] = pair.cost;
  }
  const { order, first } = sortPairs(learner, learners.size, practitioner, cost);
  const table = {
    first,
    learner: order.map((row) => intAt(learner, row)),
    practitioner: order.map((row) => intAt(practitioner, row)),
    cost: Float64Array.from(order, (row) => numberAt(cost, row)),
  };
  const repeat = findRepeat(table, order, practitioners.size);
  if (repeat >= 0) {
    const pair = itemAt(pairs, repeat);
    const problem = `the pair of ${JSON.stringify(pair.learner)} and ${JSON.stringify(pair.practitioner)} is given twice`;
    return refused({ field: `pairs[${repeat}]`, problem });
  }
  return accepted(table);
};

/** The pair of a learner and a practitioner, or −1 if not eligible. */
export const findPair = (pairs: PairTable, learner: number, practitioner: number): number => {
  for (let pair = intAt(pairs.first, learner); pair < intAt(pairs.first, learner + 1); pair += 1) {
    if (intAt(pairs.practitioner, pair) === practitioner) return pair;
  }
  return -1;
};

/**
 * Sum of each learner's most expensive pair: an upper bound of the cost of any allocation, without load
 * penalties.
 */
export const maxTotalCost = ({ first, cost }: PairTable): number => {
  let total = 0;
  for (let learner = 0; learner + 1 < first.length; learner += 1) {
    const end = intAt(first, learner + 1);
    if (end > intAt(first, learner)) total += numberAt(cost, end - 1);
  }
  return total;
};
