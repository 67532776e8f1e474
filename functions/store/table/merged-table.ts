import { keyWithoutSystem, systemOfKey } from './keys.ts';
import {
  type Change,
  type CommitResult,
  type Key,
  keysOfSource,
  type QueryArguments,
  type Row,
  type Table,
} from './table.ts';

/** Returns a stored partition key of one system as that of another; leaves the keys of other systems unchanged. */
const moved = (pk: string, from: string, into: string): string =>
  systemOfKey(pk) === from ? `${into}|${keyWithoutSystem(pk)}` : pk;

/** Returns a row of a system as it is stored in the system into which this one was merged. */
export const rowMovedInto = (row: Row, from: string, into: string): Row => ({
  ...row,
  pk: moved(row.pk, from, into),
  ...(row.listPk === undefined ? {} : { listPk: moved(row.listPk, from, into) }),
  ...(row.changedPk === undefined ? {} : { changedPk: moved(row.changedPk, from, into) }),
});

const keyOf = (change: Change): Key => (change.do === 'put' ? change.row : change.key);
const nameOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);

/** Whether the guard of a change asks for a row that is there. */
const needsRow = (change: Change): boolean =>
  change.do === 'count' || change.when.is === 'at' || change.when.is === 'present';

/** Whether the guard of a change asks that there is no such row. */
const needsNoRow = (change: Change): boolean => change.do !== 'count' && change.when.is === 'absent';

const compareBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/**
 * Shows the rows of systems that were merged into another as rows of that system, before and while a command moves them.
 * A row that a change needs is copied first; the copy counts from then on, and the command removes the old row. Thus
 * links, answers and lists work at any time, wherever the command was stopped.
 */
export const mergedTable = (table: Table, into: string, merged: readonly string[]): Table => {
  const oldRows = async (keys: readonly Key[]): Promise<readonly Row[]> => {
    const own = keys.filter(({ pk }) => systemOfKey(pk) === into);
    if (own.length === 0) return [];
    const found = await Promise.all(
      merged.map(async (from) =>
        (await table.get(own.map(({ pk, sk }) => ({ pk: moved(pk, into, from), sk })))).map((row) =>
          rowMovedInto(row, from, into),
        ),
      ),
    );
    return [...new Map(found.flat().map((row) => [nameOf(row), row])).values()];
  };

  const get = async (keys: readonly Key[]): Promise<readonly Row[]> => {
    const rows = await table.get(keys);
    const known = new Set(rows.map(nameOf));
    return [...rows, ...(await oldRows(keys.filter((key) => !known.has(nameOf(key)))))];
  };

  const query = async (asked: QueryArguments): Promise<readonly Row[]> => {
    const own = await table.query(asked);
    if (systemOfKey(asked.partition) !== into) return own;
    const old = await Promise.all(
      merged.map(async (from) =>
        (await table.query({ ...asked, partition: moved(asked.partition, into, from) })).map((row) =>
          rowMovedInto(row, from, into),
        ),
      ),
    );
    const known = new Set(own.map(nameOf));
    const sortKeyOf = (row: Row): string => row[keysOfSource[asked.from].sk] ?? '';
    const all = [...own, ...old.flat().filter((row) => !known.has(nameOf(row)))].toSorted(
      (a, b) => compareBytes(sortKeyOf(a), sortKeyOf(b)) || compareBytes(a.pk, b.pk),
    );
    return (asked.newestFirst === true ? all.reverse() : all).slice(0, asked.limit);
  };

  /** Copies rows that have not been moved yet. @returns how many */
  const copy = async (keys: readonly Key[]): Promise<number> => {
    const known = new Set((await table.get(keys)).map(nameOf));
    const old = await oldRows(keys.filter((key) => !known.has(nameOf(key))));
    for (const row of old) await table.commit([{ do: 'put', row, when: { is: 'absent' } }]);
    return old.length;
  };

  const commit = async (changes: readonly Change[], idempotencyKey?: string): Promise<CommitResult> => {
    const fresh = changes.filter(needsNoRow).map(keyOf);
    const there = new Set((await oldRows(fresh)).map(nameOf));
    const taken = changes.flatMap((change, index) =>
      needsNoRow(change) && there.has(nameOf(keyOf(change))) ? [index] : [],
    );
    if (taken.length > 0) return { committed: false, unmet: taken, conflict: false };
    await copy(changes.filter(needsRow).map(keyOf));
    return table.commit(changes, idempotencyKey);
  };

  return { ...table, get, query, commit };
};
