import type { LedgerEntry } from '../../../shared/matches/ledger.ts';
import type { Day } from '../../../shared/kernel/time.ts';
import { keys, lists } from '../table/keys.ts';
import { ledgerRows } from '../table/rows/ledger-rows.ts';
import type { Change, Table } from '../table/table.ts';

export interface LedgerRepository {
  /** All ledger entries of an organisation, oldest first. */
  of(organisationId: string): Promise<readonly LedgerEntry[]>;
  /**
   * Every exchange whose credit fades from `day` or later, oldest first: one line each, the host's. The index may lag.
   */
  since(day: Day): Promise<readonly LedgerEntry[]>;
  /** Adds a line. The table refuses a line that is already there. */
  append(entry: LedgerEntry): Change;
}

/** Ledger entries of exchanges between organisations. */
export const ledgerRepository = (table: Pick<Table, 'query' | 'setAside'>): LedgerRepository => ({
  of: async (organisationId) =>
    ledgerRows.parseAll(
      table,
      await table.query({ from: 'table', partition: keys.ledgerPartition(organisationId) }),
    ),
  since: async (day) =>
    ledgerRows.parseAll(table, await table.query({ from: 'by-list', partition: lists.ledger, atLeast: day })),
  append: (entry) => {
    const { id, organisation, side, since, at } = entry;
    const filed = side === 'placed-with' ? {} : { listPk: lists.ledger, listSk: `${since}#${id}` };
    return ledgerRows.put({ ...keys.ledger(organisation.id, at, id), ...filed }, entry, { is: 'absent' });
  },
});
