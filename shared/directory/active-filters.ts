import type { Directory } from './directory.ts';
import { groups } from './filter-groups.ts';
import { type Filters, noFilters, tick } from './filters.ts';
import { searchDirectory } from './search.ts';

/** One filter in force: what it is called, and the filters without it (from the first page). */
export interface ActiveFilter {
  readonly label: string;
  readonly without: Filters;
}

/** Filters without some of their parts, from the first page. */
const drop = (filters: Filters, ...keys: readonly ('near' | 'within' | 'text')[]): Filters => {
  const { near, within, text, ...rest } = filters;
  return {
    ...rest,
    ...(near === undefined || keys.includes('near') ? {} : { near }),
    ...(within === undefined || keys.includes('within') ? {} : { within }),
    ...(text === undefined || keys.includes('text') ? {} : { text }),
    page: 1,
  };
};

const appliedText = (filters: Filters): readonly ActiveFilter[] => [
  ...(filters.near === undefined
    ? []
    : [{ label: `Near ${filters.near.words}`, without: drop(filters, 'near', 'within') }]),
  ...(filters.within === undefined
    ? []
    : [{ label: `Within ${String(filters.within)} miles`, without: drop(filters, 'within') }]),
  ...(filters.text === undefined ? [] : [{ label: `“${filters.text}”`, without: drop(filters, 'text') }]),
];

/** Every filter in force, in the order of the address. */
export const activeFilters = (filters: Filters): readonly ActiveFilter[] => [
  ...appliedText(filters),
  ...groups.flatMap(({ name, legend, options }) => {
    const ids = filters.ticked[name] ?? [];
    return options
      .filter(({ id }) => ids.includes(id))
      .map(({ id, words }) => {
        const ticked = tick(
          filters.ticked,
          name,
          ids.filter((other) => other !== id),
        );
        return {
          label: name === 'supervises' ? `${legend}: ${words}` : words,
          without: { ...filters, ticked, page: 1 },
        };
      });
  }),
];

/** Everything cleared; the order stays. */
export const cleared = ({ sort }: Filters): Filters => ({
  ...noFilters,
  ...(sort === undefined ? {} : { sort }),
});

export interface Suggestion extends ActiveFilter {
  /** How many would be found without this filter. */
  readonly count: number;
}

/**
 * What to drop when nothing fits: each filter that alone stands in the way, the one that opens most first. When no
 * single one does, everything cleared is the way out.
 */
export const suggestionsFor = (directory: Directory, filters: Filters): readonly Suggestion[] =>
  activeFilters(filters)
    .map((applied) => ({ ...applied, count: searchDirectory(directory, applied.without).found.length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
