import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeFilters, cleared, suggestionsFor } from '../../../shared/directory/active-filters.ts';
import { directoryOf } from '../../../shared/directory/directory.ts';
import { groups } from '../../../shared/directory/filter-groups.ts';
import { type Filters, noFilters, parseFilters, tick } from '../../../shared/directory/filters.ts';
import { searchDirectory } from '../../../shared/directory/search.ts';
import { aPractitioner, TODAY } from '../../support/builders.ts';
import { crowd, crowdDirectory } from './crowd.ts';
import { filtersArbitrary } from './filters-arbitrary.ts';

const slugs = (filters: Filters, directory = crowdDirectory) =>
  searchDirectory(directory, filters).found.map(({ listing }) => listing.slug);

const asked = (query: Record<string, string[]>) => parseFilters(query).filters;

const areasFound = (text: string) =>
  searchDirectory(crowdDirectory, { ...noFilters, text }).found.map(({ listing }) =>
    listing.areas.map(({ id }) => id),
  );

describe('searching the directory', () => {
  it('shows everybody when nothing is asked, and again when everything is cleared', () => {
    expect(slugs(noFilters)).toHaveLength(crowd.length);
    fc.assert(
      fc.property(filtersArbitrary, (filters) => {
        expect(new Set(slugs(cleared(filters)))).toEqual(new Set(slugs(noFilters)));
      }),
      { numRuns: 30 },
    );
  });

  it('removing every filter in force, one by one in any order, leads back to everybody', () => {
    fc.assert(
      fc.property(filtersArbitrary, fc.nat(), (filters, pick) => {
        let now = filters;
        for (let left = activeFilters(now); left.length > 0; left = activeFilters(now)) {
          now = left[pick % left.length]!.without;
        }
        expect(slugs({ ...now, sort: 'availability' })).toEqual(
          slugs({ ...noFilters, sort: 'availability' }),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('dropping a whole group of filters never finds fewer', () => {
    fc.assert(
      fc.property(filtersArbitrary, fc.nat(), (filters, pick) => {
        const { name } = groups[pick % groups.length]!;
        const ticked = tick(filters.ticked, name, []);
        expect(slugs({ ...filters, ticked }).length).toBeGreaterThanOrEqual(slugs(filters).length);
      }),
      { numRuns: 50 },
    );
  });

  it('finds exactly those who have a ticked option in every group in use', () => {
    fc.assert(
      fc.property(filtersArbitrary, ({ ticked }) => {
        const expected = crowdDirectory.entries
          .map(({ listing }) => listing)
          .filter((listing) =>
            groups.every(
              ({ name, of }) => !ticked[name] || of(listing).some((id) => ticked[name]!.includes(id)),
            ),
          );
        expect(new Set(slugs({ ticked, page: 1 }))).toEqual(new Set(expected.map(({ slug }) => slug)));
      }),
      { numRuns: 100 },
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
      { numRuns: 150 },
    );
  });

  it('gives the same order whatever the order of the rows', () => {
    const backwards = directoryOf(crowd.toReversed(), TODAY);
    fc.assert(
      fc.property(filtersArbitrary, (filters) => {
        expect(slugs(filters, backwards)).toEqual(slugs(filters));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the order of the results', () => {
  it('is nearest first beside a place, and within the distance asked', () => {
    const { found, sort } = searchDirectory(crowdDirectory, asked({ near: ['ME7'], within: ['10'] }));
    const miles = found.map((one) => one.miles!);
    expect(sort).toBe('distance');
    expect(miles.length).toBeGreaterThan(3);
    expect(miles).toEqual(miles.toSorted((a, b) => a - b));
    expect(Math.max(...miles)).toBeLessThanOrEqual(10);
  });

  it('is soonest available first otherwise', () => {
    const kinds = searchDirectory(crowdDirectory, noFilters).found.map(
      ({ listing }) => listing.availability.id,
    );
    const order = ['has-places', 'may-have-places', 'not-now'];
    expect(new Set(kinds).size).toBe(3);
    expect(kinds).toEqual(kinds.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  });

  it('measures from the nearest of a DPP’s sites', () => {
    const sites = ['CT9', 'ME8'].map((outcode) => ({ outcode, town: 'Town', place: 'east-kent' as const }));
    const directory = directoryOf([aPractitioner({ sites })], TODAY);
    const [found] = searchDirectory(directory, asked({ near: ['ME7'] })).found;
    expect(found?.miles).toBeLessThan(6);
  });
});

describe('free text', () => {
  it.each([
    ['anticoag', 'anticoagulation'],
    ['warfarin', 'anticoagulation'],
    ['blood pressure', 'cardiovascular'],
    ['hypertention', 'cardiovascular'],
    ['dermatolgy', 'dermatology'],
    ['diabtes', 'diabetes-endocrine'],
    ['COPD', 'respiratory'],
    ['msk', 'musculoskeletal'],
    ['menopause', 'womens-health'],
    ['womens health', 'womens-health'],
    ['a dpp for epilepsy', 'neurology-epilepsy'],
  ])('%s finds DPPs in %s first', (text, area) => {
    const found = areasFound(text);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toContain(area);
  });

  it('finds a name although a letter is wrong', () => {
    const directory = directoryOf(
      [aPractitioner(), aPractitioner({ id: 'other', name: 'Ben Other' })],
      TODAY,
    );
    expect(slugs({ ...noFilters, text: 'Amarra' }, directory)).toEqual(['amara-example-dpp1']);
  });

  it('wants every word', () => {
    const both = slugs({ ...noFilters, text: 'lipids pharmacist' });
    expect(both.length).toBeLessThan(slugs({ ...noFilters, text: 'lipids' }).length);
  });

  it('asks for nothing when it holds only fillers', () => {
    expect(slugs({ ...noFilters, text: 'a DPP near me' })).toHaveLength(crowd.length);
  });

  it('finds nobody for words that nobody has', () => {
    expect(slugs({ ...noFilters, text: 'xylophone' })).toEqual([]);
  });
});

describe('an empty result', () => {
  it('names each filter that stands in the way and what dropping it would give', () => {
    const hidden = asked({ area: ['hiv'], profession: ['dentist'], place: ['west-kent'], near: ['ME7'] });
    const suggestions = suggestionsFor(crowdDirectory, hidden);
    expect(slugs(hidden)).toEqual([]);
    for (const { without, count } of suggestions) {
      expect(count).toBeGreaterThan(0);
      expect(slugs(without)).toHaveLength(count);
    }
    expect(suggestions.map(({ label }) => label)).not.toContain('Near ME7');
  });
});
