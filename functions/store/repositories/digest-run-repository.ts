import * as z from 'zod';
import { figuresSchema } from '../../../shared/digest/figures.ts';
import { scopeSchema } from '../../../shared/digest/scope.ts';
import { instantSchema } from '../../../shared/kernel/time.ts';
import { keys } from '../table/keys.ts';
import { rowsOf } from '../table/row.ts';
import type { Change, Key, Table } from '../table/table.ts';

export const digestRunSchema = z.strictObject({
  /** Week and scope: "2026-W47#east-kent". */
  id: z.string(),
  version: z.number().int(),
  scope: scopeSchema,
  at: instantSchema,
  figures: figuresSchema,
  /** Figures of the previous digest, if any. */
  previous: figuresSchema.optional(),
});
/** The figures of one digest, counted once. E-mail and page both read this row, so they always agree. */
export type DigestRun = z.infer<typeof digestRunSchema>;

export const digestRunKey = (id: string): Key => keys.run(`digest#${id}`);

const rows = rowsOf<DigestRun>({
  kind: 'digest-run',
  schema: digestRunSchema,
  key: ({ id }) => digestRunKey(id),
  list: () => undefined,
});

export interface DigestRunRepository {
  find(id: string): Promise<DigestRun | undefined>;
  /** The existing runs among these ids, in the order of the ids. */
  findAll(ids: readonly string[]): Promise<readonly DigestRun[]>;
  save(run: DigestRun): Change;
}

export const digestRunRepository = (table: Pick<Table, 'get' | 'setAside'>): DigestRunRepository => {
  const findAll = async (ids: readonly string[]): Promise<readonly DigestRun[]> => {
    const made = rows.parseAll(table, await table.get(ids.map(digestRunKey)));
    return ids.flatMap((id) => made.filter((run) => run.id === id));
  };
  return {
    find: async (id) => (await findAll([id]))[0],
    findAll,
    save: rows.save,
  };
};
