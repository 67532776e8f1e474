import type { Instant } from '../../../shared/kernel/time.ts';
import { keys, lists } from '../table/keys.ts';
import { type ChangedValues, changedValuesRows } from '../table/rows/changed-values-rows.ts';
import type { Change, Row, Table } from '../table/table.ts';

/**
 * Makes the row with the values before and after a change, for the same commit as the change and its audit row.
 * @param subject the entity that was changed: "practitioner#p1"
 * @param id the id of the change's audit row
 * @param words who of the team made the change, and why
 */
export const changedValuesRow = (
  subject: string,
  at: Instant,
  id: string,
  values: ChangedValues['values'],
  words: Pick<ChangedValues, 'by' | 'why'> = {},
): Change =>
  changedValuesRows.put(
    { ...keys.changedValues(subject, at, id), listPk: lists.changedValues, listSk: `${at}#${subject}#${id}` },
    { at, values, ...words },
    { is: 'absent' },
  );

/** Maximum number of rows to delete in one commit. */
const AT_ONCE = 90;

/** Reads and deletes the values before and after changes, which `changedValuesRow` stores. */
export const changedValuesRepository = (table: Table) => ({
  /** Reads all changed values of a subject ("request#r1"), oldest first. */
  of: async (subject: string): Promise<readonly ChangedValues[]> =>
    changedValuesRows.parseAll(
      table,
      await table.query({ from: 'table', partition: keys.changedValuesPartition(subject) }),
    ),
  /**
   * Deletes the changed values and words of a subject, also unreadable ones. Idempotent.
   * @param isForgotten selects the rows; all if omitted
   * @throws if a commit fails; the erasure is then incomplete and must be repeated
   */
  forget: async (subject: string, isForgotten: (row: Row) => boolean = () => true): Promise<void> => {
    const rows = (
      await table.query({ from: 'table', partition: keys.changedValuesPartition(subject) })
    ).filter(isForgotten);
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      const outcome = await table.commit(
        rows
          .slice(start, start + AT_ONCE)
          .map(({ pk, sk }) => ({ do: 'remove', key: { pk, sk }, when: { is: 'anything' } })),
      );
      if (!outcome.committed) throw new Error('cannot delete changed values');
    }
  },
});
