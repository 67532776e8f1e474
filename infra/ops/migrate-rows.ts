import {
  isOfDeployment,
  keyWithoutSystem,
  partsOfList,
  systemOfKey,
} from '../../functions/store/table/keys.ts';
import { indexChangesOf } from '../../functions/store/table/index-entries.ts';
import { uniqueRows } from '../../functions/store/table/rows/unique-rows.ts';
import { spreadTable } from '../../functions/store/table/spread-table.ts';
import { changeOfSystem } from '../../functions/store/table/system-table.ts';
import type { Change, Guard, Row, Table } from '../../functions/store/table/table.ts';

/** Access to a table as it is stored. */
export interface StoredTable {
  readonly table: Table;
  /** Reads all rows, page by page. */
  readonly pages: () => AsyncIterable<readonly Row[]>;
}

/** Numbers of rows by what was done with them, or would be done. */
export interface Migrated {
  /** Rows that got the system in their key and list. */
  readonly moved: number;
  /** Claims that got the name of their system. */
  readonly named: number;
  /** Rows that have a system already, or belong to the whole deployment. */
  readonly left: number;
  /** Records that are found by address, number, name or owner now, and were not before. */
  readonly filed: number;
  /** Rows that are as they were, because they changed meanwhile or because their new key is taken. */
  readonly notMoved: number;
}

interface Options {
  readonly systemId: string;
  /** Whether to count only. */
  readonly dryRun?: boolean;
}

/** Rows that are changed at the same time. */
const AT_ONCE = 25;

/** Waits for all, also if one fails. @throws the first failure */
const allOf = async <Value>(work: readonly Promise<Value>[]): Promise<readonly Value[]> => {
  await Promise.allSettled(work);
  return Promise.all(work);
};

const unchanged = ({ version }: Row): Guard =>
  typeof version === 'number' ? { is: 'at', version } : { is: 'present' };

/** Returns what gives a row its system: one commit, so that a row is under its old key or under its new one. */
const changesFor = (row: Row, systemId: string): readonly Change[] => {
  if (systemOfKey(row.pk) !== undefined) return [];
  if (row['kind'] === uniqueRows.kind)
    return row['system'] === undefined
      ? [{ do: 'put', row: { ...row, system: systemId }, when: { is: 'present' } }]
      : [];
  if (isOfDeployment(row.pk)) return [];
  return [
    changeOfSystem(systemId, { do: 'put', row, when: { is: 'absent' } }),
    { do: 'remove', key: { pk: row.pk, sk: row.sk }, when: unchanged(row) },
  ];
};

/**
 * Gives every row of a table that has no system this one, and files people's records under everything by which an access
 * or erasure looks for them. Can be stopped and run again at any time: rows that have a
 * system are left alone.
 */
export const migrateRows = async (
  { table, pages }: StoredTable,
  { systemId, dryRun = false }: Options,
): Promise<Migrated> => {
  const spread = spreadTable(table, (list) => partsOfList(keyWithoutSystem(list)));
  const count = { moved: 0, named: 0, left: 0, filed: 0, notMoved: 0 };
  /** Writes the index rows of a record that older versions did not write. */
  const file = async (row: Row): Promise<void> => {
    const entries = indexChangesOf(row).flatMap((change) => (change.do === 'put' ? [change] : []));
    if (entries.length === 0) return;
    const stored = await table.get(entries.map((entry) => ({ pk: entry.row.pk, sk: entry.row.sk })));
    if (stored.length === entries.length) return;
    if (!dryRun && !(await table.commit(entries)).committed) throw new Error('cannot file a record');
    count.filed += 1;
  };
  const migrate = async (row: Row): Promise<keyof Migrated> => {
    const [moved] = changesFor(row, systemId);
    await file(moved?.do === 'put' ? moved.row : row);
    const changes = changesFor(row, systemId);
    if (changes.length === 0) return 'left';
    const done = changes.length === 1 ? 'named' : 'moved';
    return dryRun || (await spread.commit(changes)).committed ? done : 'notMoved';
  };
  for await (const page of pages())
    for (let start = 0; start < page.length; start += AT_ONCE)
      for (const done of await allOf(page.slice(start, start + AT_ONCE).map(migrate))) count[done] += 1;
  return count;
};
