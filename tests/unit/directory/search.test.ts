import { describe, expect, it } from 'vitest';
import { suggestionsFor } from '../../../shared/directory/active-filters.ts';
import { directoryOf } from '../../../shared/directory/directory.ts';
import { type Filters, noFilters, parseFilters } from '../../../shared/directory/filters.ts';
import { searchDirectory } from '../../../shared/directory/search.ts';
import { aPractitioner, TODAY } from '../../support/builders.ts';
import { crowd, crowdDirectory } from '../../support/directory/crowd.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const slugs = (filters: Filters, directory = crowdDirectory) =>
  searchDirectory(directory, filters)
    .found.slice()
    .map(({ listing }) => listing.slug);

const asked = (query: Record<string, string[]>) => parseFilters(query, kentAndMedway).filters;

const areasFound = (text: string) =>
  searchDirectory(crowdDirectory, { ...noFilters, text })
    .found.slice()
    .map(({ listing }) => listing.areas.map(({ id }) => id));

describe('the order of the results', () => {
  it('is the shortest drive first beside a place, and within the minutes asked', () => {
    const { found, sort } = searchDirectory(crowdDirectory, asked({ near: ['ME7'], minutes: ['30'] }));
    const minutes = found.slice().map(({ drive }) => drive!.minutes);
    expect(sort).toBe('distance');
    expect(minutes.length).toBeGreaterThan(3);
    expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
    expect(Math.max(...minutes)).toBeLessThanOrEqual(30);
    const all = searchDirectory(crowdDirectory, asked({ near: ['ME7'] })).found.slice();
    expect(all.filter(({ drive }) => drive!.minutes <= 30)).toHaveLength(minutes.length);
  });

  it('is soonest available first otherwise', () => {
    const kinds = searchDirectory(crowdDirectory, noFilters)
      .found.slice()
      .map(({ listing }) => listing.availability.id);
    const order = ['has-places', 'may-have-places', 'not-now'];
    expect(new Set(kinds).size).toBe(3);
    expect(kinds).toEqual(kinds.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  });

  it('measures from the nearest of a DPP’s sites', () => {
    const sites = ['CT9', 'ME8'].map((outcode) => ({ outcode, town: 'Town', place: 'east-kent' as const }));
    const directory = directoryOf([aPractitioner({ sites })], TODAY, kentAndMedway);
    const [found] = searchDirectory(directory, asked({ near: ['ME7'] })).found.slice();
    expect(found?.drive).toEqual(kentAndMedway.travel.between('ME7', 'ME8'));
  });
});

describe('districts', () => {
  const at = (...outcodes: string[]) =>
    aPractitioner({ sites: outcodes.map((outcode) => ({ outcode, town: 'Town', place: 'east-kent' })) });
  const directory = directoryOf([at('CT1', 'CT2'), at('CT1', 'ME9'), at('ME10')], TODAY, kentAndMedway);

  it('count a DPP once in each district of their sites', () => {
    const counts = searchDirectory(directory, noFilters).counts.get('district');
    expect(counts).toEqual(
      new Map([
        ['E07000106', 2],
        ['E07000113', 2],
      ]),
    );
  });

  it('select the DPPs who work there', () => {
    expect(searchDirectory(directory, asked({ district: ['E07000106'] })).found.length).toBe(2);
    expect(searchDirectory(directory, asked({ district: ['E07000106', 'E07000113'] })).found.length).toBe(3);
    expect(searchDirectory(directory, asked({ district: ['E06000035'] })).found.length).toBe(0);
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
    ['heart failure', 'cardiovascular'],
    ['AF', 'cardiovascular'],
    ['COPD', 'respiratory'],
  ])('%s finds DPPs in %s first', (text, area) => {
    const found = areasFound(text);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toContain(area);
  });

  it('finds a name although a letter is wrong', () => {
    const directory = directoryOf(
      [aPractitioner(), aPractitioner({ id: 'other', name: 'Ben Other' })],
      TODAY,
      kentAndMedway,
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
  it('names each filter that excludes everybody and what dropping it would find', () => {
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
