import type { AuditBucket } from './audit-bucket.ts';
import type { MatchTable } from './match-table.ts';
import type { ObjectBucket } from './object-bucket.ts';

/** Storage of the service: rows in the table, files in the bucket, exports of the audit in a locked one. */
export interface DataStore {
  readonly table: MatchTable;
  readonly objects: ObjectBucket;
  /** Locked exports of the audit. */
  readonly audit: AuditBucket;
}
