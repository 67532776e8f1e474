import type { MatchTable } from './match-table.ts';
import type { ObjectBucket } from './object-bucket.ts';

/** Storage of the service: rows in the table, files in the bucket. */
export interface DataStore {
  readonly table: MatchTable;
  readonly objects: ObjectBucket;
}
