import { type LedgerEntry, ledgerEntrySchema } from '../../../shared/matches/ledger.ts';
import type { Day } from '../../../shared/kernel/time.ts';
import { keys, lists } from '../table/keys.ts';
import { readable } from '../table/read-rows.ts';
import type { Change, Row, Table } from '../table/table.ts';

export interface LedgerRepository {
  /** An organisation's whole book, oldest line first. */
  of(organisationId: string): Promise<readonly LedgerEntry[]>;
  /**
   * Every exchange whose credit fades from `day` or later, one line each (the host's), oldest first. The index may lag.
   */
  since(day: Day): Promise<readonly LedgerEntry[]>;
  /** Lines are only ever added: the same line again is refused by the table. */
  append(entry: LedgerEntry): Change;
}

const parse = (row: Row): LedgerEntry => ledgerEntrySchema.parse(row['entry']);

/** The organisations' books of give and take. */
export const ledgerRepository = (table: Pick<Table, 'query' | 'setAside'>): LedgerRepository => ({
  of: async (organisationId) =>
    readable(
      table,
      await table.query({ from: 'table', partition: keys.ledgerPartition(organisationId) }),
      parse,
    ),
  since: async (day) =>
    readable(table, await table.query({ from: 'by-list', partition: lists.ledger, atLeast: day }), parse),
  append: (entry) => {
    const { id, organisation, side, since, at } = entry;
    return {
      do: 'put',
      when: { is: 'absent' },
      row: {
        ...keys.ledger(organisation.id, at, id),
        kind: 'ledger',
        ...(side === 'placed-with' ? {} : { listPk: lists.ledger, listSk: `${since}#${id}` }),
        entry,
      },
    };
  },
});
