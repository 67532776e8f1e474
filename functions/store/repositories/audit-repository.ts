import * as z from 'zod';
import { instantSchema } from '../../../shared/kernel/time.ts';
import { keys, lists } from '../table/keys.ts';
import { readable } from '../table/read-rows.ts';
import type { Change, Key, Table } from '../table/table.ts';

const rowSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  at: instantSchema,
  actor: z.string(),
  action: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

interface AuditEntry {
  readonly at: string;
  readonly actor: string;
  /** Noun and event: "offer-accepted". */
  readonly action: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface AuditRepository {
  /** Everything that was ever done to a subject ("request#r1"), oldest first. */
  of(subject: string): Promise<readonly AuditEntry[]>;
  /** Where the entries stand that were noted at or before an instant, about whomever; oldest first. The index may lag. */
  notedUntil(until: string, limit: number): Promise<readonly Key[]>;
  /** The changes after which only what was done to a subject is left, and not what was written beside it: erasure. */
  withoutFacts(subject: string): Promise<readonly Change[]>;
}

/** Reads what `auditRow` has written. */
export const auditRepository = (table: Pick<Table, 'query' | 'setAside'>): AuditRepository => ({
  of: async (subject) =>
    readable(table, await table.query({ from: 'table', partition: keys.auditPartition(subject) }), (row) =>
      rowSchema.parse(row),
    ).map(({ at, actor, action, facts }) => ({ at, actor, action, facts })),
  notedUntil: async (until, limit) =>
    (await table.query({ from: 'by-list', partition: lists.audit, atMost: `${until}#~`, limit })).map(
      ({ pk, sk }) => ({ pk, sk }),
    ),
  withoutFacts: async (subject) =>
    (await table.query({ from: 'table', partition: keys.auditPartition(subject) }))
      // Also of an entry that cannot be read: what stands beside it may name somebody all the same.
      .filter(({ facts }) => JSON.stringify(facts) !== '{}')
      .map((row) => ({ do: 'put', row: { ...row, facts: {} }, when: { is: 'present' } })),
});
