import { indexChangesOf } from './table/index-entries.ts';
import { indexRows } from './table/rows/index-rows.ts';
import type { Change, Row, Table } from './table/table.ts';

/** Maximum number of keys in one read, and of changes in one commit. */
const AT_ONCE = 100;

const idOf = ({ pk, sk }: Pick<Row, 'pk' | 'sk'>): string => `${pk}\n${sk}`;

/**
 * Deletes the index rows of some partitions whose records no longer hold what they were found by, or are gone. Idempotent.
 * @throws if a commit fails; the erasure is then incomplete and must be repeated
 */
export const pruneIndex = async (
  table: Pick<Table, 'query' | 'get' | 'commit' | 'setAside'>,
  partitions: readonly string[],
): Promise<void> => {
  for (const partition of new Set(partitions)) {
    const entries = await table.query({ from: 'table', partition });
    for (let from = 0; from < entries.length; from += AT_ONCE) {
      const some = entries.slice(from, from + AT_ONCE);
      const records = await table.get(indexRows.parseAll(table, some).map(({ of }) => of));
      const held = new Set(
        records.flatMap((record) =>
          indexChangesOf(record).flatMap((change) => (change.do === 'put' ? [idOf(change.row)] : [])),
        ),
      );
      const stale = some.filter((entry) => !held.has(idOf(entry)));
      if (stale.length === 0) continue;
      const outcome = await table.commit(
        stale.map(({ pk, sk }): Change => ({ do: 'remove', key: { pk, sk }, when: { is: 'anything' } })),
      );
      if (!outcome.committed) throw new Error('cannot delete index rows');
    }
  }
};
