import type { Change, Table } from './table/table.ts';

/** Attempts after a write conflict. */
const ATTEMPTS = 3;

/**
 * Commits changes that must exist exactly once, guarded by the first change (`absent`).
 * @returns true if written now, false if the first change's row existed
 * @throws after repeated write conflicts, or if another guard is not met; nothing was written, and the caller must be
 *   repeated
 */
export const commitOnce = async (
  table: Pick<Table, 'commit'>,
  changes: readonly [Change, ...Change[]],
): Promise<boolean> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const outcome = await table.commit(changes);
    if (outcome.committed) return true;
    if (outcome.unmet.includes(0)) return false;
    if (!outcome.conflict) throw new Error('part of it is there already');
  }
  throw new Error('others were quicker every time');
};
