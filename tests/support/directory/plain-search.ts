import type { Entry } from '../../../shared/directory/encode-directory.ts';
import { filterGroups, type Group, type GroupName } from '../../../shared/directory/filter-groups.ts';
import type { Filters, Sort } from '../../../shared/directory/filters.ts';
import type { Drive } from '../../../shared/geography/travel.ts';
import type { Listing } from '../../../shared/directory/listing.ts';
import { plainTextSearch } from './plain-text-search.ts';
import { kentAndMedway } from '../kent-and-medway.ts';

const groups = filterGroups(kentAndMedway);
const { between } = kentAndMedway.travel;

export interface PlainDirectory {
  readonly entries: readonly Entry[];
  readonly textSearch: (text: string) => ReadonlyMap<string, number> | undefined;
}

export const plainDirectory = (entries: readonly Entry[]): PlainDirectory => ({
  entries,
  textSearch: plainTextSearch(entries.map(({ listing }) => listing)),
});

/** A result, with the drive from the search's place to the nearest of the DPP's sites. */
interface Found {
  readonly listing: Listing;
  readonly drive?: Drive;
}

interface PlainResult {
  /** All results, sorted. */
  readonly found: readonly Found[];
  /**
   * Number of results for each option of a group: the listings that have this option and match the selections
   * in all other groups.
   */
  readonly counts: ReadonlyMap<GroupName, ReadonlyMap<string, number>>;
  /** Sort order of the results. */
  readonly sort: Sort;
}

/**
 * The order to use. Falls back to the default if the chosen one does not apply: minutes by road
 * (`distance`) need a place, relevance needs text.
 */
const sortOf = ({ sort, near, text }: Filters): Sort => {
  if (sort === 'distance' && near !== undefined) return 'distance';
  if (sort === 'relevance' && text !== undefined) return 'relevance';
  if (sort === 'availability') return 'availability';
  if (near !== undefined) return 'distance';
  return text === undefined ? 'availability' : 'relevance';
};

interface Candidate extends Found {
  readonly score: number;
}

/**
 * Finds the listings that match the place, the minutes and the text. A search without a text matches all
 * texts, and a search without a place matches all places.
 */
const candidatesOf = (directory: PlainDirectory, { near, minutes, text }: Filters): readonly Candidate[] => {
  const scores = text === undefined ? undefined : directory.textSearch(text);
  const driveTo = ({ outcodes }: Entry): Drive | undefined =>
    outcodes
      .flatMap((outcode) => (near && between(near.outcode, outcode)) ?? [])
      .toSorted((a, b) => a.minutes - b.minutes)[0];
  return directory.entries.flatMap((entry) => {
    const score = scores === undefined ? 0 : scores.get(entry.listing.slug);
    const drive = driveTo(entry);
    const isTooFar = near !== undefined && minutes !== undefined && (drive?.minutes ?? Infinity) > minutes;
    if (score === undefined || isTooFar) return [];
    return [{ listing: entry.listing, score, ...(drive === undefined ? {} : { drive }) }];
  });
};

const failing = (listing: Listing, { ticked }: Filters): readonly Group[] =>
  groups.filter(({ name, of }) => {
    const wanted = ticked[name];
    return wanted !== undefined && !of(listing).some((id) => wanted.includes(id));
  });

const rank = { 'has-places': 0, 'may-have-places': 1, 'not-now': 2 } as const;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const by = {
  distance: (a: Candidate, b: Candidate) => (a.drive?.minutes ?? 9999) - (b.drive?.minutes ?? 9999),
  relevance: (a: Candidate, b: Candidate) => b.score - a.score,
  availability: (a: Candidate, b: Candidate) =>
    rank[a.listing.availability.id] - rank[b.listing.availability.id] ||
    compareText(a.listing.availability.from ?? '9999', b.listing.availability.from ?? '9999'),
} as const;

const next: Readonly<Record<Sort, readonly Sort[]>> = {
  distance: ['distance', 'availability'],
  relevance: ['relevance', 'availability', 'distance'],
  availability: ['availability', 'distance'],
};

/**
 * Compares by the chosen order, then the other orders, then name and slug, so that results are deterministic.
 */
const compare =
  (sort: Sort) =>
  (a: Candidate, b: Candidate): number =>
    next[sort].reduce((sign, name) => sign || by[name](a, b), 0) ||
    a.listing.name.localeCompare(b.listing.name, 'en-GB') ||
    compareText(a.listing.slug, b.listing.slug);

const countsOf = (all: readonly { listing: Listing; failed: readonly Group[] }[]): PlainResult['counts'] => {
  const counts = new Map(groups.map(({ name }) => [name, new Map<string, number>()]));
  for (const { listing, failed } of all) {
    const counted = failed.length === 0 ? groups : failed.length === 1 ? failed : [];
    for (const { name, of } of counted) {
      const group = counts.get(name);
      for (const id of of(listing)) group?.set(id, (group.get(id) ?? 0) + 1);
    }
  }
  return counts;
};

/** Searches listing by listing, as version 0.2.0 did: `searchDirectory` must give the same. */
export const plainSearch = (directory: PlainDirectory, filters: Filters): PlainResult => {
  const sort = sortOf(filters);
  const judged = candidatesOf(directory, filters).map((candidate) => ({
    candidate,
    listing: candidate.listing,
    failed: failing(candidate.listing, filters),
  }));
  const found = judged
    .filter(({ failed }) => failed.length === 0)
    .map(({ candidate }) => candidate)
    .toSorted(compare(sort))
    .map(({ listing, drive }) => ({ listing, ...(drive === undefined ? {} : { drive }) }));
  return { found, counts: countsOf(judged), sort };
};
