import * as z from 'zod';
import { instantSchema } from '../../../shared/domain/time.ts';
import { keys } from './keys.ts';
import type { Change, Table } from './table.ts';

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
  /** The changes that delete what was noted about a subject before an instant: retention. At most 100. */
  forget(subject: string, before: string): Promise<readonly Change[]>;
}

/** Reads what `auditRow` has written. */
export const auditRepository = (table: Pick<Table, 'query'>): AuditRepository => ({
  of: async (subject) =>
    (await table.query({ from: 'table', partition: keys.auditPartition(subject) }))
      .map((row) => rowSchema.parse(row))
      .map(({ at, actor, action, facts }) => ({ at, actor, action, facts })),
  forget: async (subject, before) =>
    (
      await table.query({
        from: 'table',
        partition: keys.auditPartition(subject),
        atMost: before,
        limit: 100,
      })
    ).map(({ pk, sk }) => ({ do: 'remove', key: { pk, sk }, when: { is: 'anything' } })),
});
