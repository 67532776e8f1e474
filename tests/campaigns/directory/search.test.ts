import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeFilters, clearedFilters } from '../../../shared/directory/active-filters.ts';
import { directoryOf } from '../../../shared/directory/directory.ts';
import { filterGroups } from '../../../shared/directory/filter-groups.ts';
import { type Filters, noFilters, tick } from '../../../shared/directory/filters.ts';
import { searchDirectory } from '../../../shared/directory/search.ts';
import { TODAY } from '../../support/builders.ts';
import { crowd, crowdDirectory, crowdEntries } from '../../support/directory/crowd.ts';
import { filtersArbitrary } from '../../support/directory/filters-arbitrary.ts';
import { cases } from '../../support/campaign.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const groups = filterGroups(kentAndMedway);

const slugs = (filters: Filters, directory = crowdDirectory) =>
  searchDirectory(directory, filters)
    .found.slice()
    .map(({ listing }) => listing.slug);

describe('searching the directory', () => {
  it('shows everybody when nothing is asked, and again when everything is cleared', () => {
    expect(slugs(noFilters)).toHaveLength(crowd.length);
    fc.assert(
      fc.property(filtersArbitrary, (filters) => {
        expect(new Set(slugs(clearedFilters(filters)))).toEqual(new Set(slugs(noFilters)));
      }),
      { numRuns: cases(30) },
    );
  });

  it('removing every filter in force, one by one in any order, leads back to everybody', () => {
    fc.assert(
      fc.property(filtersArbitrary, fc.nat(), (filters, pick) => {
        let now = filters;
        for (
          let left = activeFilters(now, kentAndMedway);
          left.length > 0;
          left = activeFilters(now, kentAndMedway)
        ) {
          now = left[pick % left.length]!.without;
        }
        expect(slugs({ ...now, sort: 'availability' })).toEqual(
          slugs({ ...noFilters, sort: 'availability' }),
        );
      }),
      { numRuns: cases(30) },
    );
  });

  it('dropping a whole group of filters never finds fewer', () => {
    fc.assert(
      fc.property(filtersArbitrary, fc.nat(), (filters, pick) => {
        const { name } = groups[pick % groups.length]!;
        const ticked = tick(filters.ticked, name, []);
        expect(slugs({ ...filters, ticked }).length).toBeGreaterThanOrEqual(slugs(filters).length);
      }),
      { numRuns: cases(50) },
    );
  });

  it('finds exactly those who have a ticked option in every group in use', () => {
    fc.assert(
      fc.property(filtersArbitrary, ({ ticked }) => {
        const expected = crowdEntries
          .map(({ listing }) => listing)
          .filter((listing) =>
            groups.every(
              ({ name, of }) => !ticked[name] || of(listing).some((id) => ticked[name]!.includes(id)),
            ),
          );
        expect(new Set(slugs({ ticked, page: 1 }))).toEqual(new Set(expected.map(({ slug }) => slug)));
      }),
      { numRuns: cases(100) },
    );
  });

  it('counts beside an option what ticking it alone in its group would show', () => {
    fc.assert(
      fc.property(filtersArbitrary, fc.nat(), fc.nat(), (filters, g, o) => {
        const { name, options } = groups[g % groups.length]!;
        const option = options[o % options.length]!.id;
        const alone = { ...filters, ticked: { ...filters.ticked, [name]: [option] } };
        expect(searchDirectory(crowdDirectory, filters).counts.get(name)?.get(option) ?? 0).toBe(
          slugs(alone).length,
        );
      }),
      { numRuns: cases(150) },
    );
  });

  it('gives the same order whatever the order of the rows', () => {
    const backwards = directoryOf(crowd.toReversed(), TODAY, kentAndMedway);
    fc.assert(
      fc.property(filtersArbitrary, (filters) => {
        expect(slugs(filters, backwards)).toEqual(slugs(filters));
      }),
      { numRuns: cases(50) },
    );
  });
});
