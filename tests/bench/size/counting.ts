import type { Objects } from '../../../functions/platform/objects/objects.ts';
import type { Row, Table } from '../../../functions/store/table/table.ts';

const KB = 1_024;

export interface Counts {
  /** Calls of the table and of the bucket of files. */
  calls: number;
  /** DynamoDB's read and write request units, estimated from the length of the rows as JSON. */
  units: number;
  /** Bytes read from the bucket. */
  bytes: number;
}

const lengthOf = (row: Row): number => JSON.stringify(row).length;

/** Counts what use cases ask of the table and of the bucket. */
export const counting = (table: Table, objects: Objects) => {
  const counts: Counts = { calls: 0, units: 0, bytes: 0 };
  const counted: Table = {
    ...table,
    get: async (keys) => {
      const rows = await table.get(keys);
      counts.calls += 1;
      for (const row of rows) counts.units += Math.ceil(lengthOf(row) / (4 * KB));
      return rows;
    },
    query: async (asked) => {
      const rows = await table.query(asked);
      // A page of a query holds 1 MB.
      const length = rows.reduce((sum, row) => sum + lengthOf(row), 0);
      counts.calls += Math.max(1, Math.ceil(length / (KB * KB)));
      counts.units += Math.ceil(length / (4 * KB)) / (asked.from === 'by-list' ? 2 : 1);
      return rows;
    },
    commit: async (changes, key) => {
      counts.calls += 1;
      for (const change of changes)
        counts.units += change.do === 'put' ? 2 * Math.ceil(lengthOf(change.row) / KB) : 2;
      return table.commit(changes, key);
    },
  };
  const bucket: Objects = {
    get: async (...asked) => {
      const found = await objects.get(...asked);
      counts.calls += 1;
      if (typeof found === 'object') counts.bytes += found.body.length;
      return found;
    },
    put: (...asked) => ((counts.calls += 1), objects.put(...asked)),
    list: (...asked) => ((counts.calls += 1), objects.list(...asked)),
    remove: (...asked) => ((counts.calls += 1), objects.remove(...asked)),
  };
  return { table: counted, objects: bucket, counts };
};
