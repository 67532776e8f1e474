import type { Practitioner } from '../people/practitioner.ts';
import type { Day } from '../kernel/time.ts';
import { type Listing, listingOf } from './listing.ts';
import { isPublic } from './is-public.ts';
import { type TextSearch, textSearchOf } from './text-search.ts';

/** A listing, and its outcodes, which only the search may use. */
export interface Entry {
  readonly listing: Listing;
  readonly outcodes: readonly string[];
}

/** All public listings on a day, indexed for search. */
export interface Directory {
  readonly today: Day;
  readonly entries: readonly Entry[];
  readonly textSearch: TextSearch;
}

/** Builds the directory for a day from the practitioners who are public. */
export const directoryOf = (practitioners: readonly Practitioner[], today: Day): Directory => {
  const entries = practitioners
    .filter((practitioner) => isPublic(practitioner, today))
    .map((practitioner) => ({
      listing: listingOf(practitioner, today),
      outcodes: practitioner.sites.map(({ outcode }) => outcode),
    }))
    .toSorted((a, b) => (a.listing.slug < b.listing.slug ? -1 : 1));
  return { today, entries, textSearch: textSearchOf(entries.map(({ listing }) => listing)) };
};
