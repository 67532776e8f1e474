import type { Instant } from '../../../shared/kernel/time.ts';
import type { Clock } from '../../platform/clock.ts';
import { keyInSystem, keyWithoutSystem, lists, systemOfKey } from './keys.ts';
import type { Change, Row, Table } from './table.ts';

/** Kinds of rows whose changes are listed by time. The builder of public files reads this list every minute. */
const listOfChanges: ReadonlyMap<unknown, string> = new Map([['practitioner', lists.changedPractitioners]]);

const datedRow = (row: Row, at: string): Row => {
  const list = listOfChanges.get(row['kind']);
  if (list === undefined) return row;
  const system = systemOfKey(row.pk);
  return {
    ...row,
    changedPk: system === undefined ? list : keyInSystem(system, list),
    changedSk: `${at}#${keyWithoutSystem(row.pk)}`,
  };
};

/** Length of an instant as text: "2026-11-21T09:00:00.000Z". */
const INSTANT = 24;

/** Reads when a row was last written; undefined for a row that does not say so, such as one of an earlier version. */
export const writtenAt = ({ changedSk }: Row): Instant | undefined => changedSk?.slice(0, INSTANT);

/**
 * Writes into each row of some kinds when it was last written, so that the index `by-change` lists these rows by time.
 * Needs no further write: the time is an attribute of the row itself. It is the time before the commit was sent, so that
 * a commit that DynamoDB takes only after several attempts is listed under an earlier time.
 */
export const datedTable = (table: Table, clock: Clock): Table => ({
  ...table,
  commit: (changes, idempotencyKey) => {
    const at = clock.now();
    return table.commit(
      changes.map((change): Change =>
        change.do === 'put' ? { ...change, row: datedRow(change.row, at) } : change,
      ),
      idempotencyKey,
    );
  },
});
