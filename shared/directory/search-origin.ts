import { readPostcode } from '../geography/read-postcode.ts';
import MiniSearch from 'minisearch';
import { isValid, validOutcode } from 'postcode';
import { accepted, refused, type Result } from '../kernel/result.ts';
import type { Geography } from '../geography/geography.ts';
import type { ServiceSystem } from '../systems/service-system.ts';

/** The point from which drives start: a known outcode and its name. */
export interface SearchOrigin {
  readonly outcode: string;
  /** Name of the place, for the page and its URL: "AB1" or "Saltmouth". */
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
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** A name that people type, and the outcode that it means. */
interface Town {
  readonly name: string;
  readonly outcode: string;
}

type TownSearch = (text: string) => Town | undefined;

const similarTo = (towns: readonly Town[]): TownSearch => {
  const index = new MiniSearch({ fields: ['name'] });
  index.addAll(towns.map(({ name }, id) => ({ id, name })));
  return (text) => {
    const [best] = index.search(text, {
      fuzzy: (term) => (term.length > 4 ? 1 : false),
      prefix: (term) => term.length > 3,
      combineWith: 'AND',
    });
    return towns[Number(best?.id)];
  };
};

interface Names {
  /** Finds a town by its exact name. */
  readonly town: TownSearch;
  /** Finds a town by a slightly misspelt name, or by its beginning. */
  readonly similar: TownSearch;
  /** Finds the id of a place by its exact name. */
  readonly place: (text: string) => string | undefined;
  /** Removes what people write around a town: "near saltmouth anyshire uk". */
  readonly townAlone: (text: string) => string;
}

const namesOf = ({ outcodes, otherTownNames, places, counties }: Geography): Names => {
  const towns = outcodes.map(({ town, outcode }) => ({ name: town, outcode }));
  const exact = new Map([...otherTownNames, ...towns].map((town) => [simple(town.name), town]));
  const placeIds = new Map(places.map(({ name, id }) => [simple(name), id]));
  const [similarTown, similarName] = [similarTo(towns), similarTo(otherTownNames)];
  const endings = [...counties.map(simple), 'uk', 'england'].map((word) => ` ${word}`);
  const withoutEnding = (text: string): string => {
    const ending = endings.find((one) => text.endsWith(one));
    return ending === undefined ? text : withoutEnding(text.slice(0, -ending.length));
  };
  return {
    town: (text) => exact.get(text),
    similar: (text) => similarTown(text) ?? similarName(text),
    place: (text) => placeIds.get(text),
    townAlone: (text) => withoutEnding(text.replace(/^(?:(?:near|around|close to|in) )+/u, '')),
  };
};

// Indexes the names of a geography once, because every search of the directory reads a place.
const kept = new WeakMap<Geography, Names>();

const namesIn = (geography: Geography): Names => {
  const names = kept.get(geography) ?? namesOf(geography);
  kept.set(geography, names);
  return names;
};

/** Returns the id of the place of the system whose name was typed in the place field: "North Shore". */
export const placeTyped = (typed: string, geography: Geography): string | undefined => {
  const names = namesIn(geography);
  const text = simple(typed);
  return names.town(text) === undefined ? names.place(text) : undefined;
};

/** Finds the outcode of a postcode at the end of an address: "Saltmouth, Anyshire AB1 4AB". */
const outcodeAtEnd = (text: string, geography: Geography): SearchOrigin | undefined => {
  const [, postcode] = /[\s,]([a-z]{1,2}\d[a-z\d]?(?: ?\d[a-z]{2})?)$/iu.exec(text) ?? [];
  const found = postcode === undefined ? undefined : geography.outcodeOf(postcode);
  return found === undefined ? undefined : { outcode: found.outcode, words: found.outcode };
};

/**
 * Interprets what was typed in the place field: a postcode or outcode in any case and spacing (only the
 * outcode is kept), also behind a town, the name of a town or village, with or without its county, or a slightly misspelt one.
 */
export const searchOriginOf = (
  typed: string,
  geography: Geography,
): Result<SearchOrigin, SearchOriginRefusal> => {
  const text = typed.trim();
  const here = geography.outcodeOf(readPostcode(text) ?? text) ?? geography.outcodeOf(text);
  if (here !== undefined) return accepted({ outcode: here.outcode, words: here.outcode });
  if (isValid(text) || validOutcode(text.toUpperCase().replace(/\s/g, ''))) {
    return refused('outside-the-system');
  }
  const names = namesIn(geography);
  const name = names.townAlone(simple(text));
  const atEnd = outcodeAtEnd(text, geography);
  if (atEnd !== undefined) return accepted(atEnd);
  const town = names.town(simple(text)) ?? names.town(name) ?? names.similar(name);
  return town === undefined ? refused('unknown-town') : accepted({ outcode: town.outcode, words: town.name });
};
