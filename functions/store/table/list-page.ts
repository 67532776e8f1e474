import type { Row, Table } from './table.ts';

/** One page of a list of the index, in the list's order. */
export interface ListPage<Noun> {
  readonly found: readonly Noun[];
  /** Position after which the list goes on; undefined if this was the last page. */
  readonly next?: string;
}

/** Part of a list to read. */
export interface PageOf {
  /** Reads only what comes after this position; from the start of the list if omitted. */
  readonly after?: string | undefined;
  /** Highest position to read, inclusive; to the end of the list if omitted. */
  readonly until?: string;
  /** Maximum number of rows. */
  readonly size: number;
}

/**
 * Reads one page of a list. A position is the sort key of a row, which must be unique within the list, so that a run
 * can go on after any page even if rows have come or gone meanwhile.
 */
export const listPage = async <Noun>(
  table: Pick<Table, 'query'>,
  list: string,
  { after, until, size }: PageOf,
  parse: (rows: readonly Row[]) => readonly Noun[],
): Promise<ListPage<Noun>> => {
  const rows = await table.query({
    from: 'by-list',
    partition: list,
    // The lowest string that is higher than `after`.
    ...(after === undefined ? {} : { atLeast: `${after}\u0000` }),
    ...(until === undefined ? {} : { atMost: until }),
    limit: size,
  });
  const last = rows.length < size ? undefined : rows.at(-1)?.listSk;
  return { found: parse(rows), ...(last === undefined ? {} : { next: last }) };
};
