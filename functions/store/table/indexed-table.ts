import { indexChangesFor } from './index-entries.ts';
import type { Change, Table } from './table.ts';

/** Maximum number of changes in one commit. */
const MOST_CHANGES = 100;

/**
 * Writes the index rows of people's records in the same commit as the records. If a commit would become too large, writes
 * the index rows before it: a row that leads to a record that does not exist is ignored by its readers.
 */
export const indexedTable = <Kind extends Pick<Table, 'commit'>>(table: Kind): Kind => ({
  ...table,
  commit: async (changes: readonly Change[], idempotencyKey?: string) => {
    const entries = indexChangesFor(changes);
    if (entries.length === 0) return table.commit(changes, idempotencyKey);
    if (changes.length + entries.length <= MOST_CHANGES)
      return table.commit([...changes, ...entries], idempotencyKey);
    for (let start = 0; start < entries.length; start += MOST_CHANGES) {
      const outcome = await table.commit(entries.slice(start, start + MOST_CHANGES));
      if (!outcome.committed) return outcome;
    }
    return table.commit(changes, idempotencyKey);
  },
});
