/** Values grouped by partition and ordered by sort key, comparing UTF-8 bytes as DynamoDB does. */
export interface MemoryPartitions<Value> {
  /** Returns the first value with a key. */
  find(partition: string, sortKey: string): Value | undefined;
  /** Adds a value after those with the same key. In an index several rows may have the same key. */
  add(partition: string, sortKey: string, value: Value): void;
  replace(partition: string, sortKey: string, value: Value, next: Value): void;
  remove(partition: string, sortKey: string, value: Value): void;
  sorted(partition: string, wanted?: Wanted): readonly Value[];
  /** Returns all values in the order in which they were added. */
  all(): readonly Value[];
}

/**
 * The values to return: those whose sort key is in a range (both ends included) or begins with a prefix, and at most
 * `limit` of them.
 */
export interface Wanted {
  readonly atLeast?: string;
  readonly atMost?: string;
  readonly beginsWith?: string;
  readonly limit?: number | undefined;
}

interface Filed<Value> {
  readonly sortKey: string;
  readonly number: number;
  readonly value: Value;
}

/** Matches characters for which UTF-16 and UTF-8 may give a different order. */
const UNUSUAL = /[\ud800-\u{10ffff}]/u;

/**
 * Compares two strings in UTF-8 order. Without unusual characters, it compares them in UTF-16 order, which is the same
 * and faster.
 */
const orderOf = (a: string, b: string, unusual: boolean): number => {
  if (a === b) return 0;
  if (unusual) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
};

/**
 * Returns the position of the first row at or after `sortKey`. With `past`, returns the position of the first row after
 * it.
 */
const boundOf = (rows: readonly Filed<unknown>[], sortKey: string, past = false): number => {
  let from = 0;
  let to = rows.length;
  if (to === 0) return 0;
  const unusual = UNUSUAL.test(sortKey);
  // A shortcut: most rows are added at the end, because their keys begin with the time.
  if (past && orderOf(rows[to - 1]!.sortKey, sortKey, unusual) <= 0) return to;
  while (from < to) {
    const middle = (from + to) >> 1;
    const stands = orderOf(rows[middle]!.sortKey, sortKey, unusual);
    if (stands < 0 || (past && stands === 0)) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** Creates partitions that are always sorted, so that writes and queries can use binary search. */
export const memoryPartitions = <Value>(): MemoryPartitions<Value> => {
  const partitions = new Map<string, Filed<Value>[]>();
  let added = 0;

  const indexOf = (rows: readonly Filed<Value>[], sortKey: string, value: Value): number => {
    let at = boundOf(rows, sortKey);
    while (rows[at] !== undefined && rows[at]!.value !== value) at += 1;
    return at;
  };

  return {
    find: (partition, sortKey) => {
      const rows = partitions.get(partition);
      const found = rows?.length === 1 ? rows[0] : rows?.[boundOf(rows, sortKey)];
      return found?.sortKey === sortKey ? found.value : undefined;
    },
    add: (partition, sortKey, value) => {
      const rows = partitions.get(partition);
      const filed = { sortKey, number: (added += 1), value };
      if (rows === undefined) partitions.set(partition, [filed]);
      else {
        const at = boundOf(rows, sortKey, true);
        if (at === rows.length) rows.push(filed);
        else rows.splice(at, 0, filed);
      }
    },
    replace: (partition, sortKey, value, next) => {
      const rows = partitions.get(partition) ?? [];
      const at = indexOf(rows, sortKey, value);
      rows[at] = { sortKey, number: rows[at]!.number, value: next };
    },
    remove: (partition, sortKey, value) => {
      const rows = partitions.get(partition) ?? [];
      rows.splice(indexOf(rows, sortKey, value), 1);
      if (rows.length === 0) partitions.delete(partition);
    },
    sorted: (partition, { atLeast, atMost, beginsWith, limit = Infinity } = {}) => {
      const rows = partitions.get(partition) ?? [];
      const start = beginsWith ?? atLeast;
      const found: Value[] = [];
      const end = atMost === undefined ? rows.length : boundOf(rows, atMost, true);
      for (
        let at = start === undefined ? 0 : boundOf(rows, start);
        at < end && found.length < limit;
        at += 1
      ) {
        const { sortKey, value } = rows[at]!;
        if (beginsWith !== undefined && !sortKey.startsWith(beginsWith)) break;
        found.push(value);
      }
      return found;
    },
    all: () =>
      [...partitions.values()]
        .flat()
        .sort((a, b) => a.number - b.number)
        .map(({ value }) => value),
  };
};
