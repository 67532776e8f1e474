import type { Instant } from '../../../shared/kernel/time.ts';
import { keys, lists } from '../table/keys.ts';
import { type ListPage, listPage, type PageOf } from '../table/list-page.ts';
import { type Erasure, erasureRows } from '../table/rows/erasure-rows.ts';
import type { Change, Table } from '../table/table.ts';

/**
 * Makes the row that records an erasure, with the id only. If an older backup is restored, the row shows whom to
 * erase again.
 */
export const erasureRow = (noun: Erasure['noun'], id: string, at: Instant): Change =>
  erasureRows.put(
    { ...keys.erasure(noun, id), listPk: lists.erasures, listSk: `${at}#${noun}#${id}` },
    { noun, id, at },
    { is: 'anything' },
  );

/** Reads all erasures, oldest first. The index may lag. */
export const erasures = async (table: Pick<Table, 'query' | 'setAside'>): Promise<readonly Erasure[]> =>
  erasureRows.parseAll(table, await table.query({ from: 'by-list', partition: lists.erasures }));

/** Reads one page of the erasures, oldest first. */
export const erasuresPage = (
  table: Pick<Table, 'query' | 'setAside'>,
  page: PageOf,
): Promise<ListPage<Erasure>> =>
  listPage(table, lists.erasures, page, (rows) => erasureRows.parseAll(table, rows));
