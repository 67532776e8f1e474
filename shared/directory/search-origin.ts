import MiniSearch from 'minisearch';
import { isValid, validOutcode } from 'postcode';
import { accepted, refused, type Result } from '../kernel/result.ts';
import { type Outcode, outcodeOf, outcodes } from '../geography/outcodes.ts';

/** The point from which distances are measured: a known outcode and its name. */
export interface SearchOrigin {
  readonly outcode: string;
  /** Name of the place, for the page and its URL: "ME7" or "Maidstone". */
  readonly words: string;
}

export type SearchOriginRefusal = 'outside-kent-and-medway' | 'unknown-town';

/** Error messages for the place field. */
export const searchOriginRefusalWords: Readonly<Record<SearchOriginRefusal, string>> = {
  'outside-kent-and-medway': 'Enter a postcode in Kent and Medway, such as ME7 or CT1 2AB',
  'unknown-town': 'Enter a postcode or town in Kent and Medway, such as ME7 or Maidstone',
};

/** Alternative names of towns. */
const otherNames: readonly (readonly [string, string])[] = [
  ['royal tunbridge wells', 'TN1'],
  ['sheppey', 'ME12'],
  ['isle of sheppey', 'ME12'],
  ['medway', 'ME4'],
  ['thanet', 'CT9'],
];

const simple = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const byTown: ReadonlyMap<string, Outcode> = new Map(outcodes.map((row) => [simple(row.town), row]));

const misspelt = new MiniSearch<Outcode>({ idField: 'outcode', fields: ['town'] });
misspelt.addAll(outcodes);

const townLike = (text: string): Outcode | undefined => {
  const [best] = misspelt.search(text, {
    fuzzy: (term) => (term.length > 4 ? 1 : false),
    prefix: (term) => term.length > 3,
    combineWith: 'AND',
  });
  return best === undefined ? undefined : outcodeOf(String(best.id));
};

/**
 * Interprets what was typed in the place field: a postcode or outcode in any case and spacing (only the
 * outcode is kept), a town's name, or a slightly misspelt one.
 */
export const searchOriginOf = (typed: string): Result<SearchOrigin, SearchOriginRefusal> => {
  const text = typed.trim();
  const here = outcodeOf(text);
  if (here !== undefined) return accepted({ outcode: here.outcode, words: here.outcode });
  if (isValid(text) || validOutcode(text.toUpperCase().replace(/\s/g, ''))) {
    return refused('outside-kent-and-medway');
  }
  const name = simple(text);
  const other = otherNames.find(([otherName]) => otherName === name);
  const town = byTown.get(name) ?? (other === undefined ? undefined : outcodeOf(other[1])) ?? townLike(name);
  return town === undefined ? refused('unknown-town') : accepted({ outcode: town.outcode, words: town.town });
};
