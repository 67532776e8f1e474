import { type Nouns, readNouns, type Wanted } from './read-nouns.ts';
import type { Table } from './table/table.ts';

/** Maximum number of keys per call. */
const AT_ONCE = 100;

const batches = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, index) =>
    ids.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );

/** Reads any number of entities by id, with strong consistency. */
export const readManyNouns = async (table: Pick<Table, 'get'>, wanted: Wanted): Promise<Nouns> => {
  const requests = new Map<string, NonNullable<ReturnType<Nouns['requests']['get']>>>();
  const practitioners = new Map<string, NonNullable<ReturnType<Nouns['practitioners']['get']>>>();
  const offers = new Map<string, NonNullable<ReturnType<Nouns['offers']['get']>>>();
  const matches = new Map<string, NonNullable<ReturnType<Nouns['matches']['get']>>>();
  for (const kind of ['requests', 'practitioners', 'offers', 'matches'] as const)
    for (const ids of batches([...new Set(wanted[kind] ?? [])])) {
      const found = await readNouns(table, { [kind]: ids });
      for (const [id, noun] of found.requests) requests.set(id, noun);
      for (const [id, noun] of found.practitioners) practitioners.set(id, noun);
      for (const [id, noun] of found.offers) offers.set(id, noun);
      for (const [id, noun] of found.matches) matches.set(id, noun);
    }
  return { requests, practitioners, offers, matches };
};
