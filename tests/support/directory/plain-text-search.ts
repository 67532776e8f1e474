import MiniSearch from 'minisearch';
import type { Listing } from '../../../shared/directory/listing.ts';
import type { Labelled } from '../../../shared/directory/labelled.ts';
import { synonymsFor } from '../../../shared/directory/search-synonyms.ts';

/** Words to ignore in a search. */
const stopWords: ReadonlySet<string> = new Set(
  'a an and as at by dpp dpps for from in is me my near of on or supervisor the to who with'.split(' '),
);

const plain = (term: string): string | null => {
  const word = term
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '');
  return word === '' || stopWords.has(word) ? null : word;
};

const all = (entries: readonly Labelled[]): string => entries.map(({ words }) => words).join(' ');
const others = (entries: readonly Labelled[]): string => entries.map(({ id }) => synonymsFor(id)).join(' ');

interface Searched {
  readonly id: string;
  readonly name: string;
  readonly areas: string;
  readonly work: string;
  readonly where: string;
  readonly synonyms: string;
}

const searched = (listing: Listing): Searched => ({
  id: listing.slug,
  name: listing.name,
  areas: all(listing.areas),
  work: `${listing.profession.words} ${listing.setting.words} ${listing.organisation}`,
  where: listing.sites.map(({ town, place }) => `${town} ${place.words}`).join(' '),
  synonyms: others([...listing.areas, listing.profession, listing.setting]),
});

/**
 * Finds listings by text.
 * @returns scores by slug (higher is better); undefined if the text has no word to search for
 */
type TextSearch = (text: string) => ReadonlyMap<string, number> | undefined;

/** Searches with MiniSearch, as version 0.2.0 did: `textSearchIn` must give the same scores, but for one factor. */
export const plainTextSearch = (listings: readonly Listing[]): TextSearch => {
  const index = new MiniSearch<Searched>({
    fields: ['name', 'areas', 'work', 'where', 'synonyms'],
    processTerm: plain,
    searchOptions: {
      combineWith: 'AND',
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      maxFuzzy: 2,
      boost: { name: 3, areas: 3, work: 2, where: 1, synonyms: 1 },
    },
  });
  index.addAll(listings.map(searched));
  return (text) => {
    const words = text.split(/[\s\p{P}]+/u).filter((word) => plain(word) !== null);
    return words.length === 0
      ? undefined
      : new Map(index.search(words.join(' ')).map(({ id, score }) => [String(id), score]));
  };
};
