import { keys } from '../table/keys.ts';
import { type DigestRun, digestRunRows } from '../table/rows/digest-run-rows.ts';
import type { Change, Table } from '../table/table.ts';

export interface DigestRunRepository {
  find(id: string): Promise<DigestRun | undefined>;
  /** Reads the digest runs with these ids, in the order of the ids. Leaves out ids without a run. */
  findAll(ids: readonly string[]): Promise<readonly DigestRun[]>;
  save(run: DigestRun): Change;
}

export const digestRunRepository = (table: Pick<Table, 'get' | 'setAside'>): DigestRunRepository => {
  const findAll = async (ids: readonly string[]): Promise<readonly DigestRun[]> => {
    const made = digestRunRows.parseAll(table, await table.get(ids.map(keys.digestRun)));
    return ids.flatMap((id) => made.filter((run) => run.id === id));
  };
  return {
    find: async (id) => (await findAll([id]))[0],
    findAll,
    save: digestRunRows.save,
  };
};
