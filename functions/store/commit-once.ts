import type { Change, Table } from './table/table.ts';

/** Maximum number of attempts if there are write conflicts. */
const ATTEMPTS = 3;

/**
 * Commits changes that must be written exactly once. The first change must create its row (guard `absent`).
 * @returns true if the changes were written now, false if the row of the first change already existed
 * @throws after repeated write conflicts, or if another guard fails; nothing has been written, and the whole
 *   operation must be retried
 */
export const commitOnce = async (
  table: Pick<Table, 'commit'>,
  changes: readonly [Change, ...Change[]],
): Promise<boolean> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const outcome = await table.commit(changes);
    if (outcome.committed) return true;
    if (outcome.unmet.includes(0)) return false;
    if (!outcome.conflict) throw new Error('the guard of another change has failed');
  }
  throw new Error('repeated write conflicts');
};
