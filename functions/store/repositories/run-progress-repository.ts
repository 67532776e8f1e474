import { keys } from '../table/keys.ts';
import { type RunProgress, runProgressRows } from '../table/rows/run-progress-rows.ts';
import type { Change, Table } from '../table/table.ts';

export interface RunProgressRepository {
  find(id: string): Promise<RunProgress | undefined>;
  save(progress: RunProgress): Change;
}

export const runProgressRepository = (table: Pick<Table, 'get'>): RunProgressRepository => ({
  find: async (id) => {
    const [row] = await table.get([keys.runProgress(id)]);
    return row === undefined ? undefined : runProgressRows.parse(row);
  },
  save: runProgressRows.save,
});
