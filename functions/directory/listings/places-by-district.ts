import type { Directory } from '../../../shared/directory/directory.ts';
import { hrefOf, noFilters, tick } from '../../../shared/directory/filters.ts';
import { searchDirectory } from '../../../shared/directory/search.ts';
import type { PublishedMap } from '../../../shared/systems/published-map.ts';
import type { DistrictMapProps } from '../../../site/src/components/district-map.tsx';

const withPlaces = tick({}, 'availability', ['has-places']);

/** Makes the map and table of the DPPs who have places, by district. Each district leads to those DPPs. */
export const placesByDistrict = (directory: Directory, map: PublishedMap, path: string): DistrictMapProps => {
  const countsOf = (ticked: typeof withPlaces) =>
    searchDirectory(directory, { ...noFilters, ticked }).counts.get('district');
  const [all, free] = [countsOf({}), countsOf(withPlaces)];
  const { districts } = directory.system.geography;
  return {
    id: 'district-map',
    title: 'DPPs with places by district',
    head: ['District', 'DPPs', 'With places'],
    width: map.width,
    height: map.height,
    areas: districts
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
      .map(({ ons, name }) => {
        const count = free?.get(ons) ?? 0;
        const drawn = map.districts.find((district) => district.ons === ons);
        return {
          name,
          href: hrefOf(path, { ...noFilters, ticked: tick(withPlaces, 'district', [ons]) }),
          count,
          words: count === 1 ? '1 DPP with places' : `${count} DPPs with places`,
          cells: [all?.get(ons) ?? 0, count],
          paths: drawn === undefined ? [] : [drawn.path],
          label: drawn?.label ?? [0, 0],
        };
      }),
    attribution: map.attribution,
    notes: [
      'A DPP who works in several districts counts in each. A workplace counts in the district of the main town of its postcode area.',
    ],
  };
};
