import type { Change, QueryArguments, Row, Table } from './table.ts';

/** Separates the name of a list from the number of its part. */
const PART = '~';

/** Assigns a row to a part by a hash of its key (FNV-1a), the same each time the row is written. */
const partOf = (key: string, parts: number): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1)
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193) >>> 0;
  return hash % parts;
};

const spreadRow = (row: Row, partsOf: (list: string) => number): Row => {
  // An empty name is left as it is, so that the table refuses it.
  const parts = row.listPk === undefined || row.listPk === '' ? 1 : partsOf(row.listPk);
  return parts === 1
    ? row
    : { ...row, listPk: `${row.listPk ?? ''}${PART}${partOf(row.pk + row.sk, parts)}` };
};

const joinedRow = (row: Row, partsOf: (list: string) => number): Row => {
  const end = row.listPk?.lastIndexOf(PART) ?? -1;
  const list = row.listPk?.slice(0, end);
  return end === -1 || list === undefined || partsOf(list) === 1 ? row : { ...row, listPk: list };
};

/** One part of a list, read in chunks. */
interface Part {
  readonly partition: string;
  rows: Row[];
  /** Whether rows remain that have not been read. */
  more: boolean;
}

const compare = (a: Row, b: Row): number =>
  Buffer.compare(Buffer.from(a.listSk ?? ''), Buffer.from(b.listSk ?? ''));

/**
 * Spreads the rows of a list over several partitions of the index, because one partition takes only 1,000 writes and
 * 3,000 reads a second. A query reads all parts and merges them in the order of the list.
 * @param partsOf number of parts of a list; 1 leaves the list whole
 */
export const spreadTable = (table: Table, partsOf: (list: string) => number): Table => {
  const whole = async (asked: QueryArguments, partitions: readonly string[]): Promise<readonly Row[]> => {
    const parts = await Promise.all(partitions.map((partition) => table.query({ ...asked, partition })));
    const sorted = parts.flat().toSorted(compare);
    return (asked.newestFirst === true ? sorted.reverse() : sorted).slice(0, asked.limit);
  };

  /** Reads rows in small chunks from each part, so that a page reads hardly more rows than it returns. */
  const page = async (
    asked: QueryArguments & { readonly limit: number },
    partitions: readonly string[],
  ): Promise<readonly Row[]> => {
    const chunk = Math.ceil(asked.limit / partitions.length) + 1;
    const parts = partitions.map((partition): Part => ({ partition, rows: [], more: true }));
    const refill = async (part: Part, after?: string): Promise<void> => {
      part.rows = [
        ...(await table.query({
          ...asked,
          partition: part.partition,
          limit: chunk,
          ...(after === undefined ? {} : { atLeast: `${after}\u0000` }),
        })),
      ];
      part.more = part.rows.length === chunk;
    };
    await Promise.all(parts.map((part) => refill(part)));
    const found: Row[] = [];
    while (found.length < asked.limit) {
      const heads = parts.flatMap((part) => part.rows.slice(0, 1).map((head) => ({ part, head })));
      const first = heads.toSorted((a, b) => compare(a.head, b.head))[0]?.part;
      const row = first?.rows.shift();
      if (first === undefined || row === undefined) break;
      found.push(row);
      if (first.rows.length === 0 && first.more) await refill(first, row.listSk);
    }
    return found;
  };

  const query = async (asked: QueryArguments): Promise<readonly Row[]> => {
    const parts = asked.from === 'by-list' ? partsOf(asked.partition) : 1;
    if (parts === 1) return table.query(asked);
    const partitions = Array.from({ length: parts }, (_, part) => `${asked.partition}${PART}${part}`);
    const { limit, newestFirst, beginsWith } = asked;
    const inChunks = limit !== undefined && newestFirst !== true && beginsWith === undefined;
    return inChunks ? page({ ...asked, limit }, partitions) : whole(asked, partitions);
  };

  return {
    ...table,
    get: async (keys) => (await table.get(keys)).map((row) => joinedRow(row, partsOf)),
    query: async (asked) => (await query(asked)).map((row) => joinedRow(row, partsOf)),
    commit: (changes, idempotencyKey) =>
      table.commit(
        changes.map((change): Change =>
          change.do === 'put' ? { ...change, row: spreadRow(change.row, partsOf) } : change,
        ),
        idempotencyKey,
      ),
  };
};
