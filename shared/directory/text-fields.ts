import type { Listing } from './listing.ts';
import type { Labelled } from './labelled.ts';
import { synonymsFor } from './search-synonyms.ts';

/** Words to ignore in a search. */
const stopWords: ReadonlySet<string> = new Set(
  'a an and as at by dpp dpps for from in is me my near of on or supervisor the to who with'.split(' '),
);

/** Splits a text at spaces and punctuation. */
export const wordsIn = (text: string): readonly string[] =>
  text.split(/[\n\r\p{Z}\p{P}]+/u).filter((word) => word !== '');

/** Whether a text is empty, or begins or ends with a space or punctuation. */
export const isOpenEnded = (text: string): boolean => /^[\n\r\p{Z}\p{P}]|[\n\r\p{Z}\p{P}]$|^$/u.test(text);

/** Normalises a word for comparison; undefined for a word to ignore. */
export const searchedWord = (written: string): string | undefined => {
  const word = written
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '');
  return word === '' || stopWords.has(word) ? undefined : word;
};

const wordsOf = (entries: readonly Labelled[]): readonly string[] => entries.map(({ words }) => words);

interface TextField {
  readonly name: string;
  /** How much a word found in this field counts. */
  readonly boost: number;
  /** The texts of a listing in this field. Many listings share them, except names. */
  readonly of: (listing: Listing) => readonly string[];
}

/** The fields in which a text is searched. */
export const textFields: readonly TextField[] = [
  { name: 'name', boost: 3, of: ({ name }) => [name] },
  { name: 'areas', boost: 3, of: ({ areas }) => wordsOf(areas) },
  {
    name: 'work',
    boost: 2,
    of: ({ profession, setting, organisation }) => [profession.words, setting.words, organisation],
  },
  { name: 'where', boost: 1, of: ({ sites }) => sites.flatMap(({ town, place }) => [town, place.words]) },
  {
    name: 'synonyms',
    boost: 1,
    of: ({ areas, profession, setting }) => [...areas, profession, setting].map(({ id }) => synonymsFor(id)),
  },
];
