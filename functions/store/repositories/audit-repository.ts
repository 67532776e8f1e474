import { codesOf } from '../table/audit-codes.ts';
import { keys } from '../table/keys.ts';
import { auditRows } from '../table/rows/audit-rows.ts';
import type { Change, Table } from '../table/table.ts';

interface AuditEntry {
  readonly at: string;
  readonly actor: string;
  /** Entity and event of the change: "offer-accepted". */
  readonly action: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface AuditRepository {
  /** Reads all entries about a subject ("request#r1"), oldest first. */
  of(subject: string): Promise<readonly AuditEntry[]>;
  /**
   * Returns the changes that remove words from the facts of all entries about a subject, for an erasure. Versions before
   * 0.4.0 stored the team's reasons there.
   */
  withoutWords(subject: string): Promise<readonly Change[]>;
}

/** Reads the audit, whose entries `auditRow` makes. */
export const auditRepository = (table: Pick<Table, 'query' | 'setAside'>): AuditRepository => ({
  of: async (subject) =>
    auditRows.parseAll(table, await table.query({ from: 'table', partition: keys.auditPartition(subject) })),
  withoutWords: async (subject) =>
    (await table.query({ from: 'table', partition: keys.auditPartition(subject) })).flatMap(
      (row): Change[] => {
        // Of unreadable entries too, because their facts may name somebody.
        const facts = codesOf(row['facts']);
        return JSON.stringify(facts) === JSON.stringify(row['facts'])
          ? []
          : [{ do: 'put', row: { ...row, facts }, when: { is: 'present' } }];
      },
    ),
});
