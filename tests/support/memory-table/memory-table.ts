import { insistOnPossible, keyOf } from '../../../functions/store/dynamo/possible-commit.ts';
import { sweptList } from '../../../functions/store/table/swept-list.ts';
import type { Change, CommitResult, Guard, Key, Row, Table } from '../../../functions/store/table/table.ts';
import { type MemoryIndex, memoryIndex } from './index.ts';
import { memoryPartitions, type Wanted } from './partitions.ts';
import { kept, sayTheSame } from './row.ts';
import { type MemoryStream, memoryStream } from './stream.ts';

const MOST_KEYS = 100;
const MOST_BYTES = 400 * 1024;
const IDEMPOTENT_MS = 10 * 60_000;

export interface MemoryTable extends Table {
  /** The indexes, whose changes a test may delay. */
  readonly index: MemoryIndex;
  /** The stream of the changes of all commits, in order. */
  readonly stream: MemoryStream;
  /** All rows, oldest first. */
  rows(): readonly Row[];
  /** Replaces all rows, as a restore does. */
  restore(rows: readonly Row[]): void;
}

/** A commit recorded under an idempotency key. */
interface Done {
  readonly at: number;
  readonly changes: readonly Change[];
}

const isMet = (guard: Guard, row: Row | undefined): boolean => {
  switch (guard.is) {
    case 'anything':
      return true;
    case 'absent':
      return row === undefined;
    case 'present':
      return row !== undefined;
    case 'at':
      return (
        row?.['version'] === guard.version &&
        (guard.states === undefined || guard.states.includes(String(row['state'])))
      );
  }
};

const countIn = (row: Row | undefined): number => Number(row?.['count'] ?? 0);

const isAllowed = (change: Change, row: Row | undefined): boolean =>
  change.do === 'count'
    ? change.by <= 0 || countIn(row) + change.by <= change.atMost
    : isMet(change.when, row);

/** Returns the row after the change; undefined if the change deletes it. */
const rowAfter = (change: Exclude<Change, { do: 'check' }>, row: Row | undefined): Row | undefined => {
  switch (change.do) {
    case 'put':
      return change.row;
    case 'remove':
      return undefined;
    case 'count':
      return kept({
        ...row,
        ...change.key,
        kind: 'counter',
        count: countIn(row) + change.by,
        ...(change.sweepAt === undefined
          ? {}
          : { expiresAtSeconds: change.sweepAt, ...sweptList(change.key, change.sweepAt) }),
      });
  }
};

/**
 * Returns the change with its row in the form in which it is stored.
 * @throws for a row that DynamoDB would refuse
 */
const storable = (change: Change): Change => {
  if (change.do !== 'put') return change;
  const { listPk, listSk, changedPk, changedSk } = change.row;
  if ([listPk, listSk, changedPk, changedSk].includes('')) throw new Error('a key of the index is empty');
  return { ...change, row: kept(change.row, MOST_BYTES) };
};

/**
 * A table in memory that behaves as DynamoDB does; `table-contract.ts` tests it and DynamoDB Local alike. The
 * rows that it returns are frozen.
 * @param now epoch milliseconds, for the expiry of idempotency keys
 */
export const memoryTable = (now: () => number = () => 0): MemoryTable => {
  const stored = memoryPartitions<Row>();
  const done = new Map<string, readonly Done[]>();
  const index = memoryIndex();
  const stream = memoryStream();

  const store = ({ pk, sk }: Key, before: Row | undefined, after: Row | undefined): void => {
    // DynamoDB's stream contains no write that changes nothing.
    if (sayTheSame(before, after)) return;
    if (before === undefined && after !== undefined) stored.add(pk, sk, after);
    else if (before !== undefined && after === undefined) stored.remove(pk, sk, before);
    else if (before !== undefined && after !== undefined) stored.replace(pk, sk, before, after);
    stream.append(
      after === undefined
        ? { event: 'REMOVE', key: { pk, sk } }
        : { event: before === undefined ? 'INSERT' : 'MODIFY', key: { pk, sk }, image: after },
    );
    index.changed(before, after);
  };
  const rowAt = ({ pk, sk }: Key): Row | undefined => stored.find(pk, sk);

  const commitNow = (given: readonly Change[], idempotencyKey: string | undefined): CommitResult => {
    insistOnPossible(given);
    const changes = given.map(storable);
    const known = idempotencyKey === undefined ? undefined : { at: now(), changes };
    const before = (idempotencyKey === undefined ? undefined : done.get(idempotencyKey)) ?? [];
    if (before.some((one) => one.at + IDEMPOTENT_MS > now() && sayTheSame(one.changes, known?.changes)))
      return { committed: true };

    const rows = changes.map((change) => rowAt(keyOf(change)));
    const unmet = changes.flatMap((change, position) =>
      isAllowed(change, rows[position]) ? [] : [position],
    );
    if (unmet.length > 0) return { committed: false, unmet, conflict: false };

    for (const [position, change] of changes.entries())
      if (change.do !== 'check') store(keyOf(change), rows[position], rowAfter(change, rows[position]));
    if (idempotencyKey !== undefined && known !== undefined) done.set(idempotencyKey, [...before, known]);
    return { committed: true };
  };

  return {
    index,
    stream,
    get: async (keys) => {
      await Promise.resolve();
      if (keys.length > MOST_KEYS) throw new Error(`at most ${MOST_KEYS} keys at once`);
      const rows = keys.map(rowAt).filter((row) => row !== undefined);
      return rows.length < 2 ? rows : [...new Set(rows)];
    },
    query: async (asked) => {
      await Promise.resolve();
      if (asked.beginsWith !== undefined && (asked.atLeast ?? asked.atMost) !== undefined)
        throw new Error('a query takes a prefix or bounds, not both');
      const { from, partition } = asked;
      const sorted = (wanted: Wanted): readonly Row[] =>
        from === 'table' ? stored.sorted(partition, wanted) : index.sorted(from, partition, wanted);
      return asked.newestFirst === true
        ? sorted({ ...asked, limit: undefined })
            .toReversed()
            .slice(0, asked.limit)
        : sorted(asked);
    },
    commit: async (changes, idempotencyKey) => {
      await Promise.resolve();
      return commitNow(changes, idempotencyKey);
    },
    rows: () => stored.all(),
    restore: (rows) => {
      for (const row of stored.all()) store(row, row, undefined);
      for (const row of rows) store(row, rowAt(row), kept(row));
    },
  };
};
