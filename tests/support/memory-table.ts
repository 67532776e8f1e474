import { createHash } from 'node:crypto';
import { insistOnPossible, keyOf } from '../../functions/platform/storage/possible-commit.ts';
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
import { type MemoryStream, memoryStream } from './memory-stream.ts';

const MOST_KEYS = 100;
const MOST_BYTES = 400 * 1024;
const IDEMPOTENT_MS = 10 * 60_000;

export interface MemoryTable extends Table {
  /** The index `by-list`, which a test may hold back. */
  readonly index: MemoryIndex;
  /** The images of everything that was committed, in order. */
  readonly stream: MemoryStream;
  /** Everything stored, by key: what a restore would bring back, what an erasure is searched in. */
  rows(): readonly Row[];
  /** Removes everything and stores these rows, as a restore does. */
  restore(rows: readonly Row[]): void;
}

const nameOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);
/** What comes out is never what went in: nobody can change a stored row by holding on to it. */
const copyOf = (row: Row): Row => JSON.parse(JSON.stringify(row)) as Row;
const orderOf = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

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
const rowAfter = (change: Change, row: Row | undefined): Row | undefined => {
  switch (change.do) {
    case 'put':
      return copyOf(change.row);
    case 'remove':
      return undefined;
    case 'check':
      return row;
    case 'count':
      return {
        ...row,
        ...change.key,
        kind: 'counter',
        count: countIn(row) + change.by,
        ...(change.sweepAt === undefined ? {} : { expiresAtSeconds: change.sweepAt }),
      };
  }
};

const insistOnStorable = (changes: readonly Change[]): void => {
  for (const change of changes) {
    if (change.do !== 'put') continue;
    if (change.row.listPk === '' || change.row.listSk === '') throw new Error('a key of the index is empty');
    if (Buffer.byteLength(JSON.stringify(change.row)) > MOST_BYTES) throw new Error('a row is too large');
  }
};

const tokenOf = (key: string, changes: readonly Change[]): string =>
  createHash('sha256')
    .update(JSON.stringify([key, changes]))
    .digest('hex');

const wantedBy =
  ({ atLeast, atMost, beginsWith }: QueryArguments) =>
  (sortKey: string): boolean =>
    (atLeast === undefined || orderOf(sortKey, atLeast) >= 0) &&
    (atMost === undefined || orderOf(sortKey, atMost) <= 0) &&
    (beginsWith === undefined || sortKey.startsWith(beginsWith));

/**
 * A table in memory that keeps the promises of `Table` as DynamoDB does, held to it by `table-contract.ts`.
 * @param now epoch milliseconds, for how long an idempotency key is remembered
 */
export const memoryTable = (now: () => number = () => 0): MemoryTable => {
  const stored = new Map<string, Row>();
  const done = new Map<string, number>();
  const index = memoryIndex();
  const stream = memoryStream();

  const store = (key: Key, after: Row | undefined): void => {
    const before = stored.get(nameOf(key));
    if (after === undefined) stored.delete(nameOf(key));
    else stored.set(nameOf(key), after);
    index.changed(nameOf(key), after);
    if (before !== undefined || after !== undefined)
      stream.append({ key: { pk: key.pk, sk: key.sk }, before, after });
  };

  const commitNow = (changes: readonly Change[], idempotencyKey: string | undefined): CommitResult => {
    insistOnPossible(changes);
    insistOnStorable(changes);
    const token = idempotencyKey === undefined ? undefined : tokenOf(idempotencyKey, changes);
    if (token !== undefined && (done.get(token) ?? -Infinity) + IDEMPOTENT_MS > now())
      return { committed: true };

    const rowOf = (change: Change) => stored.get(nameOf(keyOf(change)));
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
      return [...new Set(keys.map(nameOf))].flatMap((name) => {
        const row = stored.get(name);
        return row === undefined ? [] : [copyOf(row)];
      });
    },
    query: async (asked) => {
      await Promise.resolve();
      if (asked.beginsWith !== undefined && (asked.atLeast ?? asked.atMost) !== undefined)
        throw new Error('a query has either a beginning or bounds');
      const inIndex = asked.from === 'by-list';
      const filed = inIndex
        ? index.rows().map((row) => ({ pk: row.listPk, sk: row.listSk ?? '', row }))
        : [...stored.values()].map((row) => ({ pk: row.pk, sk: row.sk, row }));
      const wanted = wantedBy(asked);
      const found = filed
        .filter(({ pk, sk }) => pk === asked.partition && wanted(sk))
        .sort((a, b) => orderOf(a.sk, b.sk));
      if (asked.newestFirst === true) found.reverse();
      return found.slice(0, asked.limit).map(({ row }) => copyOf(row));
    },
    commit: async (changes, idempotencyKey) => {
      await Promise.resolve();
      return commitNow(changes, idempotencyKey);
    },
    rows: () => [...stored.values()].map(copyOf),
    restore: (rows) => {
      for (const row of [...stored.values()]) store(row, undefined);
      for (const row of rows) store(row, copyOf(row));
    },
  };
};
