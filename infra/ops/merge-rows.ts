import { keyWithoutSystem, partsOfList, systemOfKey } from '../../functions/store/table/keys.ts';
import { rowMovedInto } from '../../functions/store/table/merged-table.ts';
import { counterRows } from '../../functions/store/table/rows/counter-rows.ts';
import { loanRows } from '../../functions/store/table/rows/loan-rows.ts';
import { openRequestsRows } from '../../functions/store/table/rows/open-requests-rows.ts';
import { organisationRows } from '../../functions/store/table/rows/organisation-rows.ts';
import { uniqueRows } from '../../functions/store/table/rows/unique-rows.ts';
import { spreadTable } from '../../functions/store/table/spread-table.ts';
import type { Change, Guard, Row, Table } from '../../functions/store/table/table.ts';
import type { StoredTable } from './migrate-rows.ts';

/** Numbers of rows by what was done with them. */
export interface Merged {
  /** Rows that belong to the other system now. */
  readonly moved: number;
  /** Rows of which the other system has one: the two were joined, or the older one was removed. */
  readonly joined: number;
  /** Claims to addresses and registration numbers that name the other system now. */
  readonly named: number;
  /** Rows that changed meanwhile: run the command again. */
  readonly notMoved: number;
}

interface Systems {
  readonly from: string;
  readonly into: string;
}

/** Rows that are changed at the same time. */
const AT_ONCE = 25;

const unchanged = ({ version }: Row): Guard =>
  typeof version === 'number' ? { is: 'at', version } : { is: 'present' };

const removalOf = (row: Row): Change => ({
  do: 'remove',
  key: { pk: row.pk, sk: row.sk },
  when: unchanged(row),
});

/** Adds what only the old row says of an organisation, such as its prescribing lead. */
const organisationFrom = (old: Row, own: Row): readonly Change[] => {
  const before = organisationRows.parse(own);
  const added = organisationRows.parse(old);
  const { leadName, leadEmail, digests } = before.leadEmail === undefined ? added : before;
  const joined = {
    ...before,
    ...(leadName === undefined ? {} : { leadName }),
    ...(leadEmail === undefined ? {} : { leadEmail }),
    digests,
    version: before.version + 1,
  };
  return [
    { do: 'put', row: { ...own, noun: joined, version: joined.version }, when: unchanged(own) },
    removalOf(old),
  ];
};

/** Adds the ids of the old row to those of the own one. */
const openRequestsFrom = (old: Row, own: Row): readonly Change[] => {
  const { requestIds } = openRequestsRows.parse(old);
  const before = openRequestsRows.parse(own);
  const joined = {
    ...own,
    version: before.version + 1,
    requestIds: [...new Set([...before.requestIds, ...requestIds])],
  };
  return [{ do: 'put', row: joined, when: unchanged(own) }, removalOf(old)];
};

/** Raises the own counter to the old one's count. The sum would count twice what a copy has counted already. */
const counterFrom = (old: Row, own: Row): readonly Change[] => {
  const by = counterRows.parse(old).count - counterRows.parse(own).count;
  const key = { pk: own.pk, sk: own.sk };
  return [
    ...(by > 0 ? [{ do: 'count' as const, key, by, atMost: Number.MAX_SAFE_INTEGER }] : []),
    removalOf(old),
  ];
};

/**
 * Joins a row with the one that the other system has under the same key. Of most kinds the other system's row counts: it
 * is a copy of the old one, which may have changed since, or a run or figure of its own.
 */
const joinedWith = (old: Row, own: Row): readonly Change[] => {
  switch (old['kind']) {
    case organisationRows.kind:
      return organisationFrom(old, own);
    case openRequestsRows.kind:
      return openRequestsFrom(old, own);
    case counterRows.kind:
      return counterFrom(old, own);
    default:
      return [removalOf(old)];
  }
};

/** Waits for all, also if one fails. @throws the first failure */
const allOf = async <Value>(work: readonly Promise<Value>[]): Promise<readonly Value[]> => {
  await Promise.allSettled(work);
  return Promise.all(work);
};

/** Finds the loans of a system that are not returned. They name the system, so they must end before it does. */
export const openLoansOf = async ({ pages }: Pick<StoredTable, 'pages'>, from: string): Promise<number> => {
  let open = 0;
  for await (const page of pages())
    for (const row of page)
      if (systemOfKey(row.pk) === from && row['kind'] === loanRows.kind && row['state'] !== 'returned')
        open += 1;
  return open;
};

/**
 * Moves every row of one system into another, each in one commit, so that it is in one of the two at any time. Can be
 * stopped and run again. Functions show the rows of both as one system meanwhile (`mergedTable`).
 */
export const mergeRows = async ({ table, pages }: StoredTable, { from, into }: Systems): Promise<Merged> => {
  const spread: Table = spreadTable(table, (list) => partsOfList(keyWithoutSystem(list)));
  const count = { moved: 0, joined: 0, named: 0, left: 0, notMoved: 0 };
  const merge = async (row: Row): Promise<keyof typeof count> => {
    if (row['kind'] === uniqueRows.kind && row['system'] === from) {
      const named = await spread.commit([
        { do: 'put', row: { ...row, system: into }, when: { is: 'present' } },
      ]);
      return named.committed ? 'named' : 'notMoved';
    }
    if (systemOfKey(row.pk) !== from) return 'left';
    const target = rowMovedInto(row, from, into);
    const outcome = await table.commit([{ do: 'put', row: target, when: { is: 'absent' } }, removalOf(row)]);
    if (outcome.committed) return 'moved';
    if (!outcome.unmet.includes(0)) return 'notMoved';
    const [own] = await table.get([{ pk: target.pk, sk: target.sk }]);
    if (own === undefined) return 'notMoved';
    return (await table.commit(joinedWith(row, own))).committed ? 'joined' : 'notMoved';
  };
  for await (const page of pages())
    for (let start = 0; start < page.length; start += AT_ONCE)
      for (const done of await allOf(page.slice(start, start + AT_ONCE).map(merge))) count[done] += 1;
  const { left: _left, ...merged } = count;
  return merged;
};
