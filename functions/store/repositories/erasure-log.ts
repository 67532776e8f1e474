import type { Instant } from '../../../shared/kernel/time.ts';
import { keys, lists } from '../table/keys.ts';
import { type Erasure, erasureRows } from '../table/rows/erasure-rows.ts';
import type { Change, Table } from '../table/table.ts';

/** Records that somebody was erased: ids only. After a restore from an older backup they are erased again. */
export const erasureRow = (noun: Erasure['noun'], id: string, at: Instant): Change =>
  erasureRows.put(
    { ...keys.erasure(noun, id), listPk: lists.erasures, listSk: `${at}#${noun}#${id}` },
    { noun, id, at },
    { is: 'anything' },
  );

/** All people ever erased, oldest first. The index may lag. */
export const erasures = async (table: Pick<Table, 'query' | 'setAside'>): Promise<readonly Erasure[]> =>
  erasureRows.parseAll(table, await table.query({ from: 'by-list', partition: lists.erasures }));
