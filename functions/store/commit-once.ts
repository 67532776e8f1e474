import type { Change, Table } from './table/table.ts';

/** Times to send what crossed somebody else's commit. */
const ATTEMPTS = 3;

/**
 * Commits what has to be there once, under the guard of its first change (`absent`).
 * @returns true when it was written now, false when the first change's row was there before
 * @throws when it is neither: it crossed others every time, or something besides the first stands in the way. Then
 * nothing was written, and whoever called has to be called again
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
