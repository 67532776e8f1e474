import type { PublicFigures } from '../../../shared/insights/public-figures.ts';
import type { PublishedMap } from '../../../shared/systems/published-map.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { DistrictMapProps } from '../../../site/src/components/district-map.tsx';

/** Text that replaces a number that could identify a person. */
const NOT_SHOWN = 'not shown';

const shown = (count: number | null): number | string => count ?? NOT_SHOWN;

const wordsOf = (free: number | null, waiting: number | null): string =>
  `places free: ${shown(free)}, learners waiting: ${shown(waiting)}`;

/** Puts a list into words: "North Shore and Marlow Green". */
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/**
 * Makes the map and table of places and learners by part of a system. Learners are known by part only, so the districts
 * of a part are one area. Each part leads to its DPPs.
 */
export const placesMap = (
  { byPlace }: PublicFigures,
  map: PublishedMap,
  { name: systemName, geography: { places, districts } }: ServiceSystem,
): DistrictMapProps => {
  const divided = districts.filter((district) => district.places.length > 1).map(({ name }) => name);
  return {
    id: 'map-by-place',
    title: `Places free by part of ${systemName}`,
    head: ['Part', 'Places free', 'Learners waiting'],
    width: map.width,
    height: map.height,
    areas: places.map(({ id, name }) => {
      const row = byPlace.find((figures) => figures.id === id);
      const [free, waiting] = row === undefined ? [0, 0] : [row.free, row.waiting];
      const drawn = map.districts.filter(({ ons }) =>
        districts.some((district) => district.ons === ons && district.places[0] === id),
      );
      const [largest] = drawn.toSorted((a, b) => b.area - a.area);
      return {
        name,
        href: `/find-a-dpp/results?place=${id}`,
        count: free ?? undefined,
        words: wordsOf(free, waiting),
        cells: [shown(free), shown(waiting)],
        paths: drawn.map(({ path }) => path),
        label: largest?.label ?? [0, 0],
      };
    }),
    attribution: map.attribution,
    notes:
      divided.length === 0 || map.districts.length === 0
        ? []
        : [`The map shows ${listed(divided)} with the part that has most of the district.`],
  };
};
