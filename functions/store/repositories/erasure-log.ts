import * as z from 'zod';
import type { Instant } from '../../../shared/kernel/time.ts';
import { keys, lists } from '../table/keys.ts';
import { readable } from '../table/read-rows.ts';
import type { Change, Table } from '../table/table.ts';

const rowSchema = z.object({ noun: z.enum(['practitioner', 'request']), id: z.string(), at: z.string() });
export type Erasure = z.infer<typeof rowSchema>;

/** Files that somebody was erased: ids only. After a restore from before, the same people are erased again. */
export const erasureRow = (noun: Erasure['noun'], id: string, at: Instant): Change => ({
  do: 'put',
  when: { is: 'anything' },
  row: {
    ...keys.erasure(noun, id),
    kind: 'erasure',
    listPk: lists.erasures,
    listSk: `${at}#${noun}#${id}`,
    noun,
    id,
    at,
  },
});

/** Everybody who was ever erased, oldest first. The index may lag. */
export const erasures = async (table: Pick<Table, 'query' | 'setAside'>): Promise<readonly Erasure[]> =>
  readable(table, await table.query({ from: 'by-list', partition: lists.erasures }), (row) =>
    rowSchema.parse(row),
  );
