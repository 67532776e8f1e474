import MiniSearch from 'minisearch';
import type { Listing } from './listing.ts';
import type { Labelled } from './labelled.ts';
import { otherWordsFor } from './search-synonyms.ts';

/** Words that say nothing about whom somebody looks for. */
const fillers: ReadonlySet<string> = new Set(
  'a an and as at by dpp dpps for from in is me my near of on or supervisor the to who with'.split(' '),
);

const plain = (term: string): string | null => {
  const word = term
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '');
  return word === '' || fillers.has(word) ? null : word;
};

const all = (entries: readonly Labelled[]): string => entries.map(({ words }) => words).join(' ');
const others = (entries: readonly Labelled[]): string => entries.map(({ id }) => otherWordsFor(id)).join(' ');

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

/** Free text → score by slug (higher fits better), or undefined when the text holds no word to search for. */
export type TextSearch = (text: string) => ReadonlyMap<string, number> | undefined;

/**
 * Reads the listings once. A search wants every word of the text, allows one letter wrong in five, beginnings of words
 * and the synonyms of the reference lists.
 */
export const textSearchOf = (listings: readonly Listing[]): TextSearch => {
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
