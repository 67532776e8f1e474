import { minutesForMiles } from '../geography/travel-reach.ts';
import { neighbourInWords } from '../systems/outside-words.ts';
import type { ServiceSystem } from '../systems/service-system.ts';
import { filterGroups, type GroupName, groupNames } from './filter-groups.ts';
import { placeTyped, type SearchOrigin, searchOriginOf, searchOriginRefusalWords } from './search-origin.ts';

export const sorts = ['distance', 'availability', 'relevance'] as const;
export type Sort = (typeof sorts)[number];

/** Limits in minutes by road that the page offers. */
export const offeredMinutes = [15, 30, 45, 60] as const;

/** A search of the directory: everything in the URL of a results page. */
export interface Filters {
  readonly near?: SearchOrigin;
  /** Most minutes by road; used only with `near`. */
  readonly minutes?: number;
  /** Search text. */
  readonly text?: string;
  /**
   * Selected options by group, in the group's order, without duplicates; a group without selection is absent.
   */
  readonly ticked: Readonly<Partial<Record<GroupName, readonly string[]>>>;
  /** The sort order that was chosen; absent for the default order. */
  readonly sort?: Sort;
  readonly page: number;
}

/** A parsed query string: each key with all its values. */
export type Query = Readonly<Record<string, readonly string[] | undefined>>;

type Ticked = Filters['ticked'];

/** Replaces the selected options of one group; removes the group if no option is selected. */
export const tick = (ticked: Ticked, group: GroupName, ids: readonly string[]): Ticked => {
  const result: Partial<Record<GroupName, readonly string[]>> = {};
  for (const name of groupNames) {
    const wanted = name === group ? ids : ticked[name];
    if (wanted !== undefined && wanted.length > 0) result[name] = wanted;
  }
  return result;
};

export interface ParsedFilters {
  readonly filters: Filters;
  /**
   * Messages about the parts of the URL that were not used. Such parts cause no error, so that a shared link
   * never fails.
   */
  readonly notes: readonly string[];
  /** Error in the place field, with the text that was typed. */
  readonly nearError?: { readonly typed: string; readonly words: string };
}

export const noFilters: Filters = { ticked: {}, page: 1 };

const MAX_TEXT_LENGTH = 100;
const LAST_PAGE = 10_000;

/**
 * Normalises a line of text and removes invisible characters (control characters, lone surrogates, direction
 * marks).
 */
const normalisedText = (text: string): string => {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\uFFFD]/gu, ' ')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
  return Array.from(line).slice(0, MAX_TEXT_LENGTH).join('').trim();
};

const first = (query: Query, key: string): string =>
  normalisedText(query[key]?.find((value) => value !== '') ?? '');

const wholeNumber = (text: string, most: number): number | undefined =>
  /^[0-9]{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= most ? Number(text) : undefined;

const readTicked = (query: Query, system: ServiceSystem) => {
  const unknown: string[] = [];
  const ticked: Partial<Record<GroupName, readonly string[]>> = {};
  for (const { name, legend, options } of filterGroups(system)) {
    const asked = new Set((query[name] ?? []).flatMap((value) => value.split(',')).filter((id) => id !== ''));
    const known = options.filter(({ id }) => asked.has(id)).map(({ id }) => id);
    if (known.length > 0) ticked[name] = known;
    if (known.length < asked.size) unknown.push(legend);
  }
  return { ticked, unknown };
};

/** Adds a place to the places that are selected, in the order of the system. */
const placesWith = ({ place = [] }: Ticked, added: string, { geography }: ServiceSystem): readonly string[] =>
  geography.places.map(({ id }) => id).filter((id) => id === added || place.includes(id));

const leftOut = (legend: string): string =>
  `We left out a filter under “${legend}” because we do not recognise it.`;

const notUsed = (what: string): string => `We left out the ${what} because we do not recognise it.`;

/**
 * Reads the limit of minutes by road. A link of version 0.2.0 or earlier has `within` instead, in straight miles.
 */
const readMinutes = (query: Query, near: SearchOrigin | undefined, system: ServiceSystem) => {
  const asked = { minutes: first(query, 'minutes'), miles: first(query, 'within') };
  const [minutes, miles] = [wholeNumber(asked.minutes, 300), wholeNumber(asked.miles, 100)];
  return {
    isKnown: minutes !== undefined || miles !== undefined,
    isUnknown: minutes === undefined && miles === undefined && asked.minutes + asked.miles !== '',
    minutes:
      near === undefined || miles === undefined
        ? minutes
        : (minutes ?? minutesForMiles(system, near.outcode, miles)),
  };
};

/**
 * Parses a query string of a system's directory. Never fails: ignores unknown keys, and reports ignored values in
 * `notes`. Keeps only the outcode of a postcode.
 */
export const parseFilters = (query: Query, system: ServiceSystem): ParsedFilters => {
  const read = readTicked(query, system);
  const inBox = first(query, 'near');
  // A part of the system is no point: its name selects the place.
  const place = placeTyped(inBox, system.geography);
  const typed = place === undefined ? inBox : '';
  const { unknown } = read;
  const ticked =
    place === undefined ? read.ticked : tick(read.ticked, 'place', placesWith(read.ticked, place, system));
  const where = typed === '' ? undefined : searchOriginOf(typed, system.geography);
  const text = first(query, 'q');
  const near = where?.ok === true ? where.value : undefined;
  const limit = readMinutes(query, near, system);
  const asked = { sort: first(query, 'sort'), page: first(query, 'page') };
  const sort = sorts.find((name) => name === asked.sort);
  return {
    filters: {
      ...(near === undefined ? {} : { near }),
      ...(near === undefined || limit.minutes === undefined ? {} : { minutes: limit.minutes }),
      ...(text === '' ? {} : { text }),
      ticked,
      ...(sort === undefined ? {} : { sort }),
      page: wholeNumber(asked.page, LAST_PAGE) ?? 1,
    },
    notes: [
      ...unknown.map(leftOut),
      ...(where?.ok === true ? [neighbourInWords(system, typed)].filter((words) => words !== undefined) : []),
      ...(limit.isUnknown ? [notUsed('limit of minutes')] : []),
      ...(limit.isKnown && inBox === ''
        ? ['Enter a postcode or town to see only DPPs within a number of minutes.']
        : []),
      ...(asked.sort !== '' && sort === undefined ? [notUsed('order')] : []),
    ],
    ...(where?.ok === false
      ? {
          nearError: {
            typed,
            words: neighbourInWords(system, typed) ?? searchOriginRefusalWords(where.refusal, system),
          },
        }
      : {}),
  };
};

/** Keys and values of the URL in canonical order, so that equal filters have equal URLs. */
const pairsOf = (filters: Filters): readonly (readonly [string, string])[] => [
  ...(filters.near === undefined ? [] : [['near', filters.near.words] as const]),
  ...(filters.minutes === undefined ? [] : [['minutes', String(filters.minutes)] as const]),
  ...(filters.text === undefined ? [] : [['q', filters.text] as const]),
  ...groupNames.flatMap((name) => (filters.ticked[name] ?? []).map((id) => [name, id] as const)),
  ...(filters.sort === undefined ? [] : [['sort', filters.sort] as const]),
  ...(filters.page === 1 ? [] : [['page', String(filters.page)] as const]),
];

/** URL of `path` with these filters: "/find-a-dpp/results?near=AB1&area=pain". */
export const hrefOf = (path: string, filters: Filters): string => {
  const query = new URLSearchParams(pairsOf(filters).map(([key, value]) => [key, value])).toString();
  return query === '' ? path : `${path}?${query}`;
};
