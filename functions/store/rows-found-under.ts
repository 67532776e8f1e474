import { indexRows } from './table/rows/index-rows.ts';
import type { Row, Table } from './table/table.ts';

/** Maximum number of keys in one read. */
const MOST_KEYS = 100;

/**
 * Reads the records to which the index rows of some partitions lead, each once, with strong consistency. A record may no
 * longer hold what it was found by: the caller looks at it again. Leaves out records that have been deleted since.
 * @param partitions see `keys.find`, `keys.findWord` and `keys.recordsOf`
 */
export const rowsFoundUnder = async (
  table: Pick<Table, 'query' | 'get' | 'setAside'>,
  partitions: readonly string[],
): Promise<readonly Row[]> => {
  const found = new Map<string, { readonly pk: string; readonly sk: string }>();
  for (const partition of new Set(partitions)) {
    const entries = indexRows.parseAll(table, await table.query({ from: 'table', partition }));
    for (const { of } of entries) found.set(`${of.pk}#${of.sk}`, of);
  }
  const all = [...found.values()];
  const rows: Row[] = [];
  for (let from = 0; from < all.length; from += MOST_KEYS)
    rows.push(...(await table.get(all.slice(from, from + MOST_KEYS))));
  return rows;
};
