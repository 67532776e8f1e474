import { nearestDrive } from '../geography/nearest-drive.ts';
import type { Drive } from '../geography/travel.ts';
import type { Sliceable } from '../kernel/paginate.ts';
import { daysBetween } from '../kernel/time.ts';
import type { Directory } from './directory.ts';
import type { GroupName } from './filter-groups.ts';
import type { Filters, Sort } from './filters.ts';
import { countOptions, type GroupColumn, rowsWith } from './group-columns.ts';
import { type Listing, listedAvailabilitySchema } from './listing.ts';

/** A result, with the drive from the search's place to the nearest of the DPP's sites. */
export interface Found {
  readonly listing: Listing;
  readonly drive?: Drive;
}

export interface SearchResult {
  /** All results, sorted. Listings are read when a part of the results is taken. */
  readonly found: Sliceable<Found>;
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

/** Sorts after every number of minutes. */
const NO_DRIVE = 9999;

/** Finds the minutes from the search's place to each row; `NO_DRIVE` without a place or for an unknown outcode. */
const minutesOfRows = ({ table, rows, system }: Directory, near: Filters['near']): Uint16Array => {
  const minutes = new Uint16Array(rows).fill(NO_DRIVE);
  if (near === undefined) return minutes;
  const { ends, numbers, texts } = table.many('outcodes');
  const { between } = system.travel;
  const known = texts
    .all()
    .map((text) => between(near.outcode, String(JSON.parse(text)))?.minutes ?? NO_DRIVE);
  for (let row = 0, at = 0; row < rows; row += 1) {
    let least = NO_DRIVE;
    for (; at < (ends[row] ?? 0); at += 1) least = Math.min(least, known[numbers[at] ?? 0] ?? NO_DRIVE);
    minutes[row] = least;
  }
  return minutes;
};

/** Marks with 1 the rows that match the place, the minutes and the text, and were confirmed recently enough. */
const candidatesOf = (
  { table, rows, today, system }: Directory,
  { near, minutes: limit }: Filters,
  minutes: Uint16Array,
  scores: Float64Array | undefined,
): Uint8Array => {
  const confirmed = table.one('confirmedOn');
  const isRecent = confirmed.texts
    .all()
    .map((text) => daysBetween(String(JSON.parse(text)), today) < system.settings.hideAfterDays);
  const most = near === undefined ? undefined : limit;
  const candidates = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1)
    candidates[row] = Number(
      isRecent[confirmed.numbers[row] ?? 0] === true &&
        (scores === undefined || (scores[row] ?? 0) > 0) &&
        (most === undefined || (minutes[row] ?? NO_DRIVE) <= most),
    );
  return candidates;
};

/**
 * Says for each row how many groups have a selection that it does not meet: `failures`, and `failed`, the position of
 * the last such group.
 */
const failedGroups = (columns: readonly GroupColumn[], rows: number, { ticked }: Filters) => {
  const failures = new Uint8Array(rows);
  const failed = new Uint8Array(rows);
  columns.forEach((column, group) => {
    const wanted = ticked[column.name];
    if (wanted === undefined) return;
    const meets = rowsWith(
      column,
      Uint8Array.from(column.ids, (id) => Number(wanted.includes(id))),
      rows,
    );
    for (let row = 0; row < rows; row += 1) {
      if (meets[row] === 1) continue;
      failures[row] = (failures[row] ?? 0) + 1;
      failed[row] = group;
    }
  });
  return { failures, failed };
};

const countsOf = (
  columns: readonly GroupColumn[],
  candidates: Uint8Array,
  { failures, failed }: ReturnType<typeof failedGroups>,
  { ticked }: Filters,
): SearchResult['counts'] => {
  /** Marks the candidates that meet every selection, or every one but that of a group. */
  const marked = (group: number | undefined): Uint8Array => {
    const rows = new Uint8Array(candidates.length);
    for (let row = 0; row < rows.length; row += 1)
      if (failures[row] === 0 || (failures[row] === 1 && failed[row] === group))
        rows[row] = candidates[row] ?? 0;
    return rows;
  };
  // Nothing fails a group without a selection, so that all these groups count the same rows.
  const matching = marked(undefined);
  return new Map(
    columns.map((column, group) => {
      const tally = countOptions(column, ticked[column.name] === undefined ? matching : marked(group));
      const counts = new Map<string, number>();
      column.ids.forEach((id, option) => {
        const number = tally[option] ?? 0;
        if (number > 0) counts.set(id, (counts.get(id) ?? 0) + number);
      });
      return [column.name, counts];
    }),
  );
};

const rank = { 'has-places': 0, 'may-have-places': 1, 'not-now': 2 } as const;

/** Numbers each row by its availability: the soonest has the lowest number. */
const availabilityOfRows = ({ table }: Directory): Float64Array => {
  const { numbers, texts } = table.one('availability');
  const order = texts.all().map((text) => {
    const { id, from = '9999' } = listedAvailabilitySchema.parse(JSON.parse(text));
    return `${rank[id]} ${from}`;
  });
  const positions = new Map([...new Set(order)].toSorted().map((key, position) => [key, position]));
  const byNumber = order.map((key) => positions.get(key) ?? 0);
  const positionOf = new Float64Array(numbers.length);
  for (let row = 0; row < numbers.length; row += 1) positionOf[row] = byNumber[numbers[row] ?? 0] ?? 0;
  return positionOf;
};

const next: Readonly<Record<Sort, readonly Sort[]>> = {
  distance: ['distance', 'availability'],
  relevance: ['relevance', 'availability', 'distance'],
  availability: ['availability', 'distance'],
};

/** Numbers beyond every availability, number of minutes and row. Their product is small enough to be exact. */
const BEYOND = { availability: 2 ** 18, minutes: 2 ** 14, rows: 2 ** 20 } as const;

/**
 * Sorts rows by the chosen order, then the other orders, then name and slug, in which rows already are. The result is
 * deterministic. Without scores, sorts one number a row, which takes much less time than comparing rows.
 */
const sortRows = (
  rows: readonly number[],
  sort: Sort,
  by: Readonly<Record<Sort, ArrayLike<number>>>,
): Sliceable<number> => {
  if (sort === 'relevance') {
    const orders = next[sort].map((name) => by[name]);
    return rows.toSorted(
      (a, b) => orders.reduce((sign, values) => sign || (values[a] ?? 0) - (values[b] ?? 0), 0) || a - b,
    );
  }
  const [first, second] = next[sort].map((name) => by[name]);
  const beyondSecond = sort === 'distance' ? BEYOND.availability : BEYOND.minutes;
  const keys = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    keys[index] = ((first?.[row] ?? 0) * beyondSecond + (second?.[row] ?? 0)) * BEYOND.rows + row;
  }
  keys.sort();
  return {
    length: keys.length,
    slice: (from, to) => Array.from(keys.subarray(from ?? 0, to), (key) => key % BEYOND.rows),
  };
};

/** Searches the directory; shared by the page, the API and the exports. Ignores the page number. */
export const searchDirectory = (directory: Directory, filters: Filters): SearchResult => {
  const sort = sortOf(filters);
  const columns = directory.groups();
  const scores = filters.text === undefined ? undefined : directory.textSearch(filters.text);
  const minutes = minutesOfRows(directory, filters.near);
  const candidates = candidatesOf(directory, filters, minutes, scores);
  const failures = failedGroups(columns, directory.rows, filters);
  const rows: number[] = [];
  for (let row = 0; row < candidates.length; row += 1)
    if (candidates[row] === 1 && failures.failures[row] === 0) rows.push(row);
  const found = sortRows(rows, sort, {
    distance: minutes,
    relevance: scores?.map((score) => -score) ?? [],
    availability: availabilityOfRows(directory),
  });
  return {
    found: {
      length: found.length,
      slice: (from, to) =>
        found.slice(from, to).map((row) => {
          const { listing, outcodes } = directory.entryAt(row);
          const drive = filters.near && nearestDrive(directory.system.travel, filters.near.outcode, outcodes);
          return { listing, ...(drive === undefined ? {} : { drive }) };
        }),
    },
    counts: countsOf(columns, candidates, failures, filters),
    sort,
  };
};
