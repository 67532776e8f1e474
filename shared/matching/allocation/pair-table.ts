import { accepted, refused, type Result } from '../../domain/result.ts';
import { intAt, itemAt, numberAt } from './at.ts';
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

/** Where each element goes when sorted by `key` (0 … keys − 1), equal ones staying in the order of `from`. */
const sortedBy = (
  key: Int32Array,
  keys: number,
  from: Int32Array,
): { order: Int32Array; first: Int32Array } => {
  const first = new Int32Array(keys + 1);
  for (const element of from) first[intAt(key, element) + 1] = intAt(first, intAt(key, element) + 1) + 1;
  for (let value = 0; value < keys; value += 1)
    first[value + 1] = intAt(first, value + 1) + intAt(first, value);
  const next = first.slice();
  const order = new Int32Array(from.length);
  for (const element of from) {
    const place = intAt(next, intAt(key, element));
    order[place] = element;
    next[intAt(key, element)] = place + 1;
  }
  return { order, first };
};

const DIGIT = 2 ** 16;

/** Sorted by learner, then cost, then practitioner: least important first, each pass leaving equal ones in order. */
const sortPairs = (
  learner: Int32Array,
  learners: number,
  practitioner: Int32Array,
  practitioners: number,
  cost: Float64Array,
) => {
  let order = sortedBy(practitioner, practitioners, Int32Array.from(cost.keys())).order;
  const dearest = cost.reduce((most, one) => Math.max(most, one), 0);
  for (let unit = 1; unit <= dearest; unit *= DIGIT) {
    const digit = Int32Array.from(cost, (one) => Math.floor(one / unit) % DIGIT);
    order = sortedBy(digit, DIGIT, order).order;
  }
  return sortedBy(learner, learners, order);
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
  for (const [index, pair] of pairs.entries()) {
    const who = learners.get(pair.learner);
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
  const { order, first } = sortPairs(learner, learners.size, practitioner, practitioners.size, cost);
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
