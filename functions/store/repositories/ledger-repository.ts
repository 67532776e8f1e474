import type { LedgerEntry } from '../../../shared/matches/ledger.ts';
import { employerRefOf } from '../../../shared/people/employer-ref-of.ts';
import type { Day } from '../../../shared/kernel/time.ts';
import { keys, lists } from '../table/keys.ts';
import { ledgerRows } from '../table/rows/ledger-rows.ts';
import type { Change, Guard, Key, Table } from '../table/table.ts';

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
  /** Returns the changes that replace the entries of an exchange after one of its organisations was identified. */
  replace(before: readonly LedgerEntry[], after: readonly LedgerEntry[]): readonly Change[];
}

const keyOf = ({ id, organisation, at }: LedgerEntry): Key =>
  keys.ledger(employerRefOf(organisation).id, at, id);

const put = (entry: LedgerEntry, when: Guard): Change => {
  const { id, side, since } = entry;
  const filed = side === 'placed-with' ? {} : { listPk: lists.ledger, listSk: `${since}#${id}` };
  return ledgerRows.put({ ...keyOf(entry), ...filed }, entry, when);
};

/** Reads and writes the ledger, which records the learners of one organisation who are supervised in another. */
export const ledgerRepository = (table: Pick<Table, 'query' | 'setAside'>): LedgerRepository => ({
  of: async (employerId) =>
    ledgerRows.parseAll(
      table,
      await table.query({ from: 'table', partition: keys.ledgerPartition(employerId) }),
    ),
  since: async (day) =>
    ledgerRows.parseAll(table, await table.query({ from: 'by-list', partition: lists.ledger, atLeast: day })),
  append: (entry) => put(entry, { is: 'absent' }),
  replace: (before, after) => {
    const kept = new Set(after.map(keyOf).map(({ pk, sk }) => `${pk} ${sk}`));
    return [
      ...before
        .map(keyOf)
        .filter(({ pk, sk }) => !kept.has(`${pk} ${sk}`))
        .map((key): Change => ({ do: 'remove', key, when: { is: 'anything' } })),
      ...after.map((entry) => put(entry, { is: 'anything' })),
    ];
  },
});
