import { intAt } from './checked-access.ts';

/**
 * Stable counting sort of the elements in `from` by `key[element]` (0 to keys − 1). Elements with key `k` are
 * `order[first[k]]` to `order[first[k + 1] - 1]`.
 */
export const sortedBy = (
  key: Int32Array,
  keys: number,
  from: Int32Array,
): { readonly order: Int32Array; readonly first: Int32Array } => {
  const first = new Int32Array(keys + 1);
  for (let i = 0; i < from.length; i += 1) {
    const after = intAt(key, intAt(from, i)) + 1;
    first[after] = intAt(first, after) + 1;
  }
  for (let value = 0; value < keys; value += 1)
    first[value + 1] = intAt(first, value + 1) + intAt(first, value);
  const next = first.slice();
  const order = new Int32Array(from.length);
  for (let i = 0; i < from.length; i += 1) {
    const element = intAt(from, i);
    const place = intAt(next, intAt(key, element));
    order[place] = element;
    next[intAt(key, element)] = place + 1;
  }
  return { order, first };
};

/** Returns the numbers from 0 to count − 1. */
export const allUpTo = (count: number): Int32Array => {
  const all = new Int32Array(count);
  for (let i = 0; i < count; i += 1) all[i] = i;
  return all;
};
