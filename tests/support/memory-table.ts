import { insistOnPossible, keyOf } from '../../functions/platform/storage/possible-commit.ts';
import { sweptList } from '../../functions/platform/storage/swept-list.ts';
import type {
  Change,
  CommitResult,
  Guard,
  Key,
  QueryArguments,
  Row,
  Table,
} from '../../functions/platform/storage/table.ts';
import { type MemoryIndex, memoryIndex } from './memory-index.ts';
import { memoryPartitions, orderOf } from './memory-partitions.ts';
import { type MemoryStream, memoryStream } from './memory-stream.ts';

const MOST_KEYS = 100;
const MOST_BYTES = 400 * 1024;
const IDEMPOTENT_MS = 10 * 60_000;

export interface MemoryTable extends Table {
  /** The index `by-list`, which a test may hold back. */
  readonly index: MemoryIndex;
  /** The images of everything that was committed, in order. */
  readonly stream: MemoryStream;
  /** Everything stored, oldest first: what a restore would bring back, what an erasure is searched in. */
  rows(): readonly Row[];
  /** Removes everything and stores these rows, as a restore does. */
  restore(rows: readonly Row[]): void;
}

/** A row as it is kept: frozen, so that it may be handed out, and as text, which tells whether a write changed it. */
interface Kept {
  readonly row: Row;
  readonly text: string;
}

const nameOf = ({ pk, sk }: Key): string => `${pk}\0${sk}`;

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

const kept = (row: Row): Kept => {
  const text = JSON.stringify(row);
  return { row: frozen(JSON.parse(text) as Row), text };
};

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

/** What the row is after the change; undefined when it is gone. */
const rowAfter = (change: Exclude<Change, { do: 'check' }>, row: Row | undefined): Row | undefined => {
  switch (change.do) {
    case 'put':
      return change.row;
    case 'remove':
      return undefined;
    case 'count':
      return {
        ...row,
        ...change.key,
        kind: 'counter',
        count: countIn(row) + change.by,
        ...(change.sweepAt === undefined
          ? {}
          : { expiresAtSeconds: change.sweepAt, ...sweptList(change.key, change.sweepAt) }),
      };
  }
};

const insistOnStorable = (changes: readonly Change[]): void => {
  for (const change of changes) {
    if (change.do !== 'put') continue;
    if (change.row.listPk === '' || change.row.listSk === '') throw new Error('a key of the index is empty');
    if (JSON.stringify(change.row).length > MOST_BYTES) throw new Error('a row is too large');
  }
};

const wantedBy =
  ({ atLeast, atMost, beginsWith }: QueryArguments) =>
  (sortKey: string): boolean =>
    (atLeast === undefined || orderOf(sortKey, atLeast) >= 0) &&
    (atMost === undefined || orderOf(sortKey, atMost) <= 0) &&
    (beginsWith === undefined || sortKey.startsWith(beginsWith));

/**
 * A table in memory that keeps the promises of `Table` as DynamoDB does, held to it by `table-contract.ts`. Rows that
 * it gives out are frozen: who changes one fails.
 * @param now epoch milliseconds, for how long an idempotency key is remembered
 */
export const memoryTable = (now: () => number = () => 0): MemoryTable => {
  const stored = new Map<string, Kept>();
  const partitions = memoryPartitions<Row>();
  const done = new Map<string, number>();
  const index = memoryIndex();
  const stream = memoryStream();

  const store = ({ pk, sk }: Key, after: Row | undefined): void => {
    const name = nameOf({ pk, sk });
    const before = stored.get(name);
    const next = after === undefined ? undefined : kept(after);
    // DynamoDB's stream does not speak of a write that changed nothing.
    if (before?.text === next?.text) return;
    const place = { partition: pk, sortKey: sk, name };
    if (next === undefined) {
      stored.delete(name);
      partitions.remove(place);
      stream.append({ event: 'REMOVE', key: { pk, sk } });
    } else {
      stored.set(name, next);
      partitions.set(place, next.row);
      stream.append({
        event: before === undefined ? 'INSERT' : 'MODIFY',
        key: { pk, sk },
        image: next.row,
      });
    }
    index.changed(name, next?.row);
  };

  const commitNow = (changes: readonly Change[], idempotencyKey: string | undefined): CommitResult => {
    insistOnPossible(changes);
    insistOnStorable(changes);
    const token = idempotencyKey === undefined ? undefined : JSON.stringify([idempotencyKey, changes]);
    if (token !== undefined && (done.get(token) ?? -Infinity) + IDEMPOTENT_MS > now())
      return { committed: true };

    const rowOf = (change: Change) => stored.get(nameOf(keyOf(change)))?.row;
    const unmet = changes.flatMap((change, position) => (isAllowed(change, rowOf(change)) ? [] : [position]));
    if (unmet.length > 0) return { committed: false, unmet, conflict: false };

    for (const change of changes)
      if (change.do !== 'check') store(keyOf(change), rowAfter(change, rowOf(change)));
    if (token !== undefined) done.set(token, now());
    return { committed: true };
  };

  return {
    index,
    stream,
    get: async (keys) => {
      await Promise.resolve();
      if (keys.length > MOST_KEYS) throw new Error(`at most ${MOST_KEYS} keys at once`);
      return [...new Set(keys.map(nameOf))].flatMap((name) => stored.get(name)?.row ?? []);
    },
    query: async (asked) => {
      await Promise.resolve();
      if (asked.beginsWith !== undefined && (asked.atLeast ?? asked.atMost) !== undefined)
        throw new Error('a query has either a beginning or bounds');
      const source = asked.from === 'by-list' ? index : partitions;
      const found = source.sorted(asked.partition, wantedBy(asked));
      return (asked.newestFirst === true ? found.toReversed() : found).slice(0, asked.limit);
    },
    commit: async (changes, idempotencyKey) => {
      await Promise.resolve();
      return commitNow(changes, idempotencyKey);
    },
    rows: () => [...stored.values()].map(({ row }) => row),
    restore: (rows) => {
      for (const { row } of [...stored.values()]) store(row, undefined);
      for (const row of rows) store(row, row);
    },
  };
};
