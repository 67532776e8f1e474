import { accepted, refused, type Result } from '../kernel/result.ts';
import { intAt, itemAt, numberAt } from './checked-access.ts';
import { allUpTo, sortedBy } from './counting-sort.ts';
import type { Instance, InstanceTrouble } from './instance.ts';

/**
 * The eligible pairs in order of learner, then cost, then practitioner; learner `l` has those from `first[l]` to
 * `first[l + 1]`. Cheapest first, so that a search can stop reading a learner's pairs once they cost too much.
 */
export interface PairTable {
  readonly first: Int32Array;
  readonly learner: Int32Array;
  readonly practitioner: Int32Array;
  readonly cost: Float64Array;
}

/** A learner's rows in order of cost, then practitioner: by insertion, since there are few of them. */
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

/** More rows than this are sorted by comparing: by insertion they would take a time that grows with their square. */
const FEW = 64;

/** Rows sorted by learner, then cost, then practitioner; repeated ones stay in the order in which they came. */
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
    if (to - from <= FEW) sortRows(order, from, to, cost, practitioner);
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

/** The first row, as the rows were given, that repeats an earlier one; −1 when there is none. */
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

/** Indexes the pairs, or refuses one that names somebody unknown or is given twice. */
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
    // Rows mostly come learner by learner.
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

/** The pair of a learner and a practitioner, or −1 when they are not eligible for one another. */
export const findPair = (pairs: PairTable, learner: number, practitioner: number): number => {
  for (let pair = intAt(pairs.first, learner); pair < intAt(pairs.first, learner + 1); pair += 1) {
    if (intAt(pairs.practitioner, pair) === practitioner) return pair;
  }
  return -1;
};

/** The dearest eligible pair of each learner, added up: no allocation's pairs can cost more. */
export const dearestTotal = ({ first, cost }: PairTable): number => {
  let total = 0;
  for (let learner = 0; learner + 1 < first.length; learner += 1) {
    const end = intAt(first, learner + 1);
    if (end > intAt(first, learner)) total += numberAt(cost, end - 1);
  }
  return total;
};
