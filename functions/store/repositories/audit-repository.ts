import { codesOf, keyOfActor } from '../table/audit-codes.ts';
import { auditSubjectOf, keys, lists } from '../table/keys.ts';
import { type ListPage, listPage, type PageOf } from '../table/list-page.ts';
import { auditRows } from '../table/rows/audit-rows.ts';
import type { Change, Row, Table } from '../table/table.ts';

interface AuditEntry {
  readonly at: string;
  readonly actor: string;
  /** Entity and event of the change: "offer-accepted". */
  readonly action: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** An entry of the audit with its subject, as it is exported: codes, ids and keys. */
export interface AuditLine {
  readonly at: string;
  readonly subject: string;
  readonly id: string;
  /** Missing if the entry cannot be read. */
  readonly entry?: Omit<AuditEntry, 'at'>;
}

/** Returns the parts of an audit row's key, without its system. */
export const partsOfAuditKey = ({ pk, sk }: Row): Pick<AuditLine, 'at' | 'subject' | 'id'> => {
  const end = sk.indexOf('#');
  return { at: sk.slice(0, end), subject: auditSubjectOf(pk), id: sk.slice(end + 1) };
};

export interface AuditRepository {
  /** Reads all entries about a subject ("request#r1"), oldest first. */
  of(subject: string): Promise<readonly AuditEntry[]>;
  /**
   * Reads one page of the entries of all subjects, oldest first. Leaves out words and names that versions before 0.4.0
   * stored.
   */
  page(page: PageOf): Promise<ListPage<AuditLine>>;
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
  page: (page) =>
    listPage(table, lists.audit, page, (rows) =>
      rows.map((row) => {
        const [read] = auditRows.parseAll(table, [row]);
        if (read === undefined) return partsOfAuditKey(row);
        const { actor, action, facts } = read;
        return {
          ...partsOfAuditKey(row),
          entry: { actor: keyOfActor(actor), action, facts: codesOf(facts) },
        };
      }),
    ),
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
