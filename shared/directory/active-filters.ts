import type { Directory } from './directory.ts';
import type { ServiceSystem } from '../systems/service-system.ts';
import { filterGroups } from './filter-groups.ts';
import { type Filters, noFilters, tick } from './filters.ts';
import { counted } from '../reference/reference-words.ts';
import { searchDirectory } from './search.ts';

/** An active filter: its label, and the filters that remain when it is removed, on page 1. */
export interface ActiveFilter {
  readonly label: string;
  readonly without: Filters;
}

/** Removes the filters named by `keys` and sets the page to 1. */
const withoutFilters = (filters: Filters, ...keys: readonly ('near' | 'minutes' | 'text')[]): Filters => {
  const { near, minutes, text, ...rest } = filters;
  return {
    ...rest,
    ...(near === undefined || keys.includes('near') ? {} : { near }),
    ...(minutes === undefined || keys.includes('minutes') ? {} : { minutes }),
    ...(text === undefined || keys.includes('text') ? {} : { text }),
    page: 1,
  };
};

const appliedText = (filters: Filters): readonly ActiveFilter[] => [
  ...(filters.near === undefined
    ? []
    : [{ label: `Near ${filters.near.words}`, without: withoutFilters(filters, 'near', 'minutes') }]),
  ...(filters.minutes === undefined
    ? []
    : [
        {
          label: `Within ${counted(filters.minutes, 'minute')}`,
          without: withoutFilters(filters, 'minutes'),
        },
      ]),
  ...(filters.text === undefined
    ? []
    : [{ label: `“${filters.text}”`, without: withoutFilters(filters, 'text') }]),
];

/** All active filters, in the order of the URL. */
export const activeFilters = (filters: Filters, system: ServiceSystem): readonly ActiveFilter[] => [
  ...appliedText(filters),
  ...filterGroups(system).flatMap(({ name, legend, options }) => {
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

/** Removes all filters but keeps the sort order. */
export const clearedFilters = ({ sort }: Filters): Filters => ({
  ...noFilters,
  ...(sort === undefined ? {} : { sort }),
});

export interface Suggestion extends ActiveFilter {
  /** Number of results without this filter. */
  readonly count: number;
}

/**
 * Suggests filters to remove when there are no results. Lists each filter whose removal alone would bring
 * results, and begins with the one that would bring the most. Empty if there is no such filter.
 */
export const suggestionsFor = (directory: Directory, filters: Filters): readonly Suggestion[] =>
  activeFilters(filters, directory.system)
    .map((applied) => ({ ...applied, count: searchDirectory(directory, applied.without).found.length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
