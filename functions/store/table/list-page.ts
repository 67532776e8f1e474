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

/** Reads a list in pages to its end. Holds one page at a time. */
export async function* pagesOf<Noun>(
  read: (page: PageOf) => Promise<ListPage<Noun>>,
  { after: start, ...about }: PageOf,
): AsyncGenerator<readonly Noun[]> {
  let after = start;
  do {
    const { found, next } = await read({ ...about, after });
    yield found;
    after = next;
  } while (after !== undefined);
}

/** Number of rows of a page, if only some facts of each row are kept. */
const PAGE_SIZE = 500;

/** Reads the lists of some states in pages, and keeps only what `keep` returns for each entity. */
export const keptOfLists = async <State, Noun, Kept>(
  states: readonly State[],
  read: (state: State, page: PageOf) => Promise<ListPage<Noun>>,
  keep: (noun: Noun) => readonly Kept[],
): Promise<readonly Kept[]> => {
  const kept: Kept[] = [];
  for (const state of states)
    for await (const page of pagesOf((about) => read(state, about), { size: PAGE_SIZE }))
      for (const noun of page) kept.push(...keep(noun));
  return kept;
};
