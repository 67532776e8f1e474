import * as z from 'zod';
import { type ColumnTable, decodeColumns } from '../kernel/decode-columns.ts';
import { once } from '../kernel/once.ts';
import type { Day } from '../kernel/time.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { ServiceSystem } from '../systems/service-system.ts';
import { encodeDirectory, type Entry, inRowOrder } from './encode-directory.ts';
import { encodeTextIndex } from './encode-text-index.ts';
import { type GroupColumn, groupColumns } from './group-columns.ts';
import { isPublic } from './is-public.ts';
import { entryReader } from './listing-columns.ts';
import { listingOf } from './listing.ts';
import { type TextSearch, textSearchIn } from './text-search.ts';

/** The public listings of a system on a day as columns, with their text index. */
export interface Directory {
  readonly system: ServiceSystem;
  /** The day on which the directory is read. Listings that were not confirmed recently enough are left out. */
  readonly today: Day;
  readonly rows: number;
  readonly table: ColumnTable;
  readonly groups: () => readonly GroupColumn[];
  readonly entryAt: (row: number) => Entry;
  readonly textSearch: TextSearch;
}

/** Files from which a directory is read. */
export interface DirectoryFiles {
  readonly columns: Uint8Array;
  /** The text index of the same rows; needed only for a search with a text. */
  readonly textIndex?: Uint8Array | undefined;
}

const factsSchema = z.object({ rows: z.int().min(0) });

/**
 * Reads a system's directory from its files. Decodes nothing but what a search asks for.
 * @param today day in London on which it is shown
 */
export const directoryFrom = (
  { columns, textIndex }: DirectoryFiles,
  today: Day,
  system: ServiceSystem,
): Directory => {
  const table = decodeColumns(columns);
  const reader = once(() => entryReader(table));
  const search = once(() => {
    if (textIndex === undefined) throw new Error('a search for a text needs the text index');
    return textSearchIn(textIndex);
  });
  return {
    system,
    today,
    table,
    rows: factsSchema.parse(table.facts).rows,
    groups: once(() => groupColumns(table)),
    entryAt: (row) => reader()(row),
    textSearch: (text) => search()(text),
  };
};

/** Returns the public listings of practitioners on a day, in the order of the directory's rows. */
export const entriesOf = (
  practitioners: readonly Practitioner[],
  today: Day,
  { geography, settings }: Pick<ServiceSystem, 'geography' | 'settings'>,
): readonly Entry[] =>
  inRowOrder(
    practitioners
      .filter((practitioner) => isPublic(practitioner, today, settings))
      .map((practitioner) => ({
        listing: listingOf(practitioner, today, geography),
        outcodes: practitioner.sites.map(({ outcode }) => outcode),
      })),
  );

/** Builds a system's directory for a day from the practitioners who are public. */
export const directoryOf = (
  practitioners: readonly Practitioner[],
  today: Day,
  system: ServiceSystem,
): Directory => {
  const entries = entriesOf(practitioners, today, system);
  return directoryFrom(
    {
      columns: encodeDirectory(entries, {}),
      textIndex: encodeTextIndex(
        entries.map(({ listing }) => listing),
        {},
      ),
    },
    today,
    system,
  );
};
