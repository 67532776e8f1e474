import type { LedgerEntry } from '../../../shared/matches/ledger.ts';
import { employerRefOf } from '../../../shared/people/employer-ref-of.ts';
import type { Day } from '../../../shared/kernel/time.ts';
import { keys, lists } from '../table/keys.ts';
import { ledgerRows } from '../table/rows/ledger-rows.ts';
import type { Change, Table } from '../table/table.ts';

export interface LedgerRepository {
  /** Reads all ledger entries of an employer, oldest first. */
  of(employerId: string): Promise<readonly LedgerEntry[]>;
  /**
   * Reads all exchanges whose credit starts to decay on `day` or later, oldest first. Returns only the host's entry
   * of each. The index may lag.
   */
  since(day: Day): Promise<readonly LedgerEntry[]>;
  /** Returns the change that adds an entry. The commit fails if the entry already exists. */
  append(entry: LedgerEntry): Change;
}

/** Reads and writes the ledger, which records the learners of one organisation who are supervised in another. */
export const ledgerRepository = (table: Pick<Table, 'query' | 'setAside'>): LedgerRepository => ({
  of: async (employerId) =>
    ledgerRows.parseAll(
      table,
      await table.query({ from: 'table', partition: keys.ledgerPartition(employerId) }),
    ),
  since: async (day) =>
    ledgerRows.parseAll(table, await table.query({ from: 'by-list', partition: lists.ledger, atLeast: day })),
  append: (entry) => {
    const { id, organisation, side, since, at } = entry;
    const filed = side === 'placed-with' ? {} : { listPk: lists.ledger, listSk: `${since}#${id}` };
    return ledgerRows.put({ ...keys.ledger(employerRefOf(organisation).id, at, id), ...filed }, entry, {
      is: 'absent',
    });
  },
});
