import { activeFilters, clearedFilters, suggestionsFor } from '../../../shared/directory/active-filters.ts';
import { filterGroups } from '../../../shared/directory/filter-groups.ts';
import type { PublishedMap } from '../../../shared/systems/published-map.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import {
  type Filters,
  hrefOf,
  offeredMinutes,
  type ParsedFilters,
} from '../../../shared/directory/filters.ts';
import { travelNote } from '../../../shared/reference/travel-attribution.ts';
import { confirmedWords } from '../../../shared/directory/listing.ts';
import { counted } from '../../../shared/reference/reference-words.ts';
import { paginate } from '../../../shared/kernel/paginate.ts';
import { type Found, searchDirectory, type SearchResult } from '../../../shared/directory/search.ts';
import type { DirectoryCardProps } from '../../../site/src/views/directory-card.tsx';
import type { FilterGroup } from '../../../site/src/views/directory-filters.tsx';
import type { DirectoryResultsViewProps, SortLink } from '../../../site/src/views/directory-results-view.tsx';
import { downloadOf } from './download-of.ts';
import { placesByDistrict } from './places-by-district.ts';
import type { Snapshot } from './directory-snapshot.ts';
import { driveWords, placeAndTown } from './listing-words.ts';

const PATH = '/find-a-dpp/results';

const here = (filters: Filters): string => hrefOf(PATH, filters);

const nearWords = ({ near, minutes }: Filters): string => {
  if (near === undefined) return '';
  return minutes === undefined
    ? ` near ${near.words}`
    : ` within ${counted(minutes, 'minute')} by road of ${near.words}`;
};

const headingOf = (filters: Filters, total: number, page: number, pages: number): string => {
  if (total === 0) return `No DPPs${nearWords(filters)} fit your search`;
  const count = total === 1 ? '1 DPP' : `${total} DPPs`;
  const which = pages > 1 ? `, page ${page} of ${pages}` : '';
  return `${count}${nearWords(filters)}${which}`;
};

const minutesGroup = ({ minutes }: Filters): FilterGroup => ({
  name: 'minutes',
  legend: 'Minutes by road',
  single: true,
  options: [
    { value: '', label: 'Any number of minutes', checked: minutes === undefined },
    ...offeredMinutes.map((offered) => ({
      value: String(offered),
      label: `Within ${offered} minutes`,
      checked: minutes === offered,
    })),
  ],
});

const groupsOf = (
  filters: Filters,
  { counts }: SearchResult,
  system: ServiceSystem,
): readonly FilterGroup[] => [
  minutesGroup(filters),
  ...filterGroups(system).map(({ name, legend, options }) => ({
    name,
    legend,
    options: options.map(({ id, words }) => ({
      value: id,
      label: words,
      count: counts.get(name)?.get(id) ?? 0,
      checked: filters.ticked[name]?.includes(id) ?? false,
    })),
  })),
];

const sortLinks = (filters: Filters, current: SearchResult['sort']): readonly SortLink[] =>
  [
    ...(filters.text === undefined ? [] : [{ sort: 'relevance' as const, label: 'best fit to your words' }]),
    ...(filters.near === undefined ? [] : [{ sort: 'distance' as const, label: 'minutes by road' }]),
    { sort: 'availability' as const, label: 'soonest availability' },
  ].map(({ sort, label }) => ({
    label,
    href: here({ ...filters, sort, page: 1 }),
    current: sort === current,
  }));

const cardOf = ({ listing, drive }: Found, today: string, { near }: Filters): DirectoryCardProps => ({
  name: listing.name,
  href: `/dpp/${listing.slug}`,
  professionWords: listing.profession.words,
  organisation: listing.organisation,
  placeAndTown: placeAndTown(listing),
  areas: listing.areas.map(({ words }) => words),
  setting: listing.setting.words,
  supervises: listing.supervises.professions.map(({ words }) => words),
  availability: listing.availability.id,
  availabilityWords: listing.availability.words,
  driveWords: near === undefined || drive === undefined ? undefined : driveWords(drive, near.words),
  confirmedWords: confirmedWords(listing, today),
  checkWords: !listing.checked
    ? 'Registration not yet checked'
    : listing.beingChecked === undefined
      ? undefined
      : 'Registration being checked',
});

/** Makes the content of the results page. */
export const resultsPage = (
  parsed: ParsedFilters,
  { directory }: Snapshot,
  map: PublishedMap,
): DirectoryResultsViewProps => {
  const { filters, nearError, notes } = parsed;
  const result = searchDirectory(directory, filters);
  const { items, page, pages, total } = paginate(result.found, filters.page);
  const active = activeFilters(filters, directory.system);
  const heading = headingOf(filters, total, page, pages);
  const everything = { ...filters, page: 1 };
  return {
    heading,
    description: `${heading}. Designated prescribing practitioners in ${directory.system.name} supervise people learning to prescribe.`,
    // Lets search engines index only the page without filters, because every combination of filters has its own URL.
    robots: active.length > 0 ? 'noindex' : undefined,
    notes,
    filters: {
      action: PATH,
      near: nearError?.typed ?? filters.near?.words,
      nearError: nearError?.words,
      text: filters.text,
      groups: groupsOf(filters, result, directory.system),
      hidden: filters.sort === undefined ? {} : { sort: filters.sort },
    },
    chips: active.map(({ label, without }) => ({ label, removeHref: here(without) })),
    clearHref: here(clearedFilters(filters)),
    sort: sortLinks(filters, result.sort),
    cards: items.map((found) => cardOf(found, directory.today, filters)),
    pagination: {
      page,
      pages,
      previousHref: page > 1 ? here({ ...filters, page: page - 1 }) : undefined,
      nextHref: page < pages ? here({ ...filters, page: page + 1 }) : undefined,
    },
    suggestions:
      total > 0
        ? []
        : suggestionsFor(directory, filters).map(({ label, without, count }) => ({
            label: `Without ${label.startsWith('“') ? label : `“${label}”`}`,
            href: here(without),
            count,
          })),
    travelNote: items.some(({ drive }) => drive !== undefined) ? travelNote : undefined,
    // On the first page only: a search has its own answer.
    districts: active.length > 0 || page > 1 ? undefined : placesByDistrict(directory, map, PATH),
    askHref: '/request-a-dpp/',
    exports: {
      csvHref: downloadOf('csv', everything),
      jsonHref: downloadOf('json', everything),
    },
  };
};
