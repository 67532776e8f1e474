import { keys, lists } from '../table/keys.ts';
import { auditRows } from '../table/rows/audit-rows.ts';
import type { Change, Key, Table } from '../table/table.ts';

interface AuditEntry {
  readonly at: string;
  readonly actor: string;
  /** Noun and event: "offer-accepted". */
  readonly action: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface AuditRepository {
  /** Every entry about a subject ("request#r1"), oldest first. */
  of(subject: string): Promise<readonly AuditEntry[]>;
  /** The keys of all entries written at or before an instant, oldest first. The index may lag. */
  notedUntil(until: string, limit: number): Promise<readonly Key[]>;
  /** The changes that clear the facts of all entries about a subject, for an erasure. */
  withoutFacts(subject: string): Promise<readonly Change[]>;
}

/** Reads the entries that `auditRow` makes. */
export const auditRepository = (table: Pick<Table, 'query' | 'setAside'>): AuditRepository => ({
  of: async (subject) =>
    auditRows.parseAll(table, await table.query({ from: 'table', partition: keys.auditPartition(subject) })),
  notedUntil: async (until, limit) =>
    (await table.query({ from: 'by-list', partition: lists.audit, atMost: `${until}#~`, limit })).map(
      ({ pk, sk }) => ({ pk, sk }),
    ),
  withoutFacts: async (subject) =>
    (await table.query({ from: 'table', partition: keys.auditPartition(subject) }))
      // Unreadable entries too: their facts may name somebody.
      .filter(({ facts }) => JSON.stringify(facts) !== '{}')
      .map((row) => ({ do: 'put', row: { ...row, facts: {} }, when: { is: 'present' } })),
});
