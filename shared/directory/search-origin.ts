import MiniSearch from 'minisearch';
import { isValid, validOutcode } from 'postcode';
import { accepted, refused, type Result } from '../kernel/result.ts';
import type { Geography, Outcode } from '../geography/geography.ts';
import type { ServiceSystem } from '../systems/service-system.ts';

/** The point from which distances are measured: a known outcode and its name. */
export interface SearchOrigin {
  readonly outcode: string;
  /** Name of the place, for the page and its URL: "ME7" or "Maidstone". */
  readonly words: string;
}

export type SearchOriginRefusal = 'outside-the-system' | 'unknown-town';

/** Error messages for the place field. */
export const searchOriginRefusalWords = (
  refusal: SearchOriginRefusal,
  { name, searchExamples: [outcode, town] }: Pick<ServiceSystem, 'name' | 'searchExamples'>,
): string =>
  refusal === 'unknown-town'
    ? `Enter a postcode or town in ${name}, such as ${outcode} or ${town}`
    : `Enter a postcode in ${name}, such as ${outcode} or ${outcode} 4AB`;

const simple = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

type TownSearch = (text: string) => Outcode | undefined;

/** Finds an outcode by its town's name, by another name of the town, or by a slightly misspelt one. */
const townSearchOf = ({ outcodes, otherTownNames, outcodeOf }: Geography): TownSearch => {
  const byTown = new Map(outcodes.map((row) => [simple(row.town), row]));
  const byOtherName = new Map(otherTownNames.map(({ name, outcode }) => [simple(name), outcodeOf(outcode)]));
  const misspelt = new MiniSearch<Outcode>({ idField: 'outcode', fields: ['town'] });
  misspelt.addAll(outcodes);
  const townLike: TownSearch = (text) => {
    const [best] = misspelt.search(text, {
      fuzzy: (term) => (term.length > 4 ? 1 : false),
      prefix: (term) => term.length > 3,
      combineWith: 'AND',
    });
    return best === undefined ? undefined : outcodeOf(String(best.id));
  };
  return (text) => byTown.get(text) ?? byOtherName.get(text) ?? townLike(text);
};

// Indexes the towns of a geography once, because every search of the directory reads a place.
const townSearches = new WeakMap<Geography, TownSearch>();

const townIn = (geography: Geography, text: string): Outcode | undefined => {
  const known = townSearches.get(geography) ?? townSearchOf(geography);
  townSearches.set(geography, known);
  return known(text);
};

/**
 * Interprets what was typed in the place field: a postcode or outcode in any case and spacing (only the
 * outcode is kept), a town's name, or a slightly misspelt one.
 */
export const searchOriginOf = (
  typed: string,
  geography: Geography,
): Result<SearchOrigin, SearchOriginRefusal> => {
  const text = typed.trim();
  const here = geography.outcodeOf(text);
  if (here !== undefined) return accepted({ outcode: here.outcode, words: here.outcode });
  if (isValid(text) || validOutcode(text.toUpperCase().replace(/\s/g, ''))) {
    return refused('outside-the-system');
  }
  const town = townIn(geography, simple(text));
  return town === undefined ? refused('unknown-town') : accepted({ outcode: town.outcode, words: town.town });
};
