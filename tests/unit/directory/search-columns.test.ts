import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directoryFrom, directoryOf, entriesOf } from '../../../shared/directory/directory.ts';
import { encodeDirectory } from '../../../shared/directory/encode-directory.ts';
import { encodeTextIndex } from '../../../shared/directory/encode-text-index.ts';
import { type Filters, noFilters } from '../../../shared/directory/filters.ts';
import { searchDirectory } from '../../../shared/directory/search.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { aPractitioner, TODAY } from '../../support/builders.ts';
import { crowd, crowdDirectory, crowdEntries } from '../../support/directory/crowd.ts';
import { filtersArbitrary } from '../../support/directory/filters-arbitrary.ts';
import { plainDirectory, plainSearch } from '../../support/directory/plain-search.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const { outcodes } = kentAndMedway.geography;

const names = ['Zoë Quill', 'Zoe Quill', 'Amara Example', 'Åsa O’Neill', 'ben example', 'Ben Painter'];

const somebody = fc
  .record({
    member: fc.nat({ max: crowd.length - 1 }),
    name: fc.constantFrom(...names),
    sites: fc.uniqueArray(fc.constantFrom(...outcodes), { minLength: 1, maxLength: 3 }),
    availableFrom: fc.constantFrom('2026-11-01', '2026-12-24', '2027-03-01', '2028-01-01'),
    confirmedAt: fc.constantFrom(
      '2026-11-01T09:05:00.000Z',
      '2026-07-25T09:00:00.000Z',
      '2026-01-01T09:00:00.000Z',
    ),
  })
  .map(({ member, sites, ...changes }): Practitioner => ({
    ...crowd[member]!,
    ...changes,
    sites: sites.map(({ outcode, town, place }) => ({ outcode, town, place })),
  }));

const people = fc
  .array(somebody, { maxLength: 40 })
  .map((all) => all.map((one, index) => ({ ...one, id: `p${String(index)}` })));

const inTerms = (counts: ReadonlyMap<string, ReadonlyMap<string, number>>) =>
  [...counts].map(([group, options]) => [group, [...options].toSorted(([a], [b]) => (a < b ? -1 : 1))]);

/** Compares with the search of version 0.2.0, which looked at one listing after the other. */
const comparesWithPlainSearch = (everybody: readonly Practitioner[], filters: Filters) => {
  const entries = entriesOf(everybody, TODAY, kentAndMedway);
  const plain = plainSearch(plainDirectory(entries), filters);
  const { found, counts, sort } = searchDirectory(directoryOf(everybody, TODAY, kentAndMedway), filters);
  expect(found.slice()).toEqual(plain.found);
  expect(found.length).toBe(plain.found.length);
  expect(inTerms(counts)).toEqual(inTerms(plain.counts));
  expect(sort).toBe(plain.sort);
};

describe('the search of columns', () => {
  it('finds, sorts and counts as the search of listings did', () => {
    fc.assert(fc.property(people, filtersArbitrary, comparesWithPlainSearch), { numRuns: 150 });
  });

  it('finds, sorts and counts alike in a directory of ordinary size', () => {
    fc.assert(
      fc.property(filtersArbitrary, (filters) => {
        comparesWithPlainSearch(crowd, filters);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    'anticoag',
    'hypertention',
    'blood pressure',
    'a dpp for epilepsy',
    'gp medway',
    'person number1',
  ])('scores “%s” as MiniSearch does, but for one factor', (text) => {
    const plain = plainDirectory(crowdEntries).textSearch(text);
    const scores = crowdDirectory.textSearch(text)!;
    const factors = crowdEntries.map(({ listing }, row) => {
      const wanted = plain?.get(listing.slug) ?? 0;
      expect(scores[row]! > 0).toBe(wanted > 0);
      return wanted === 0 ? undefined : wanted / scores[row]!;
    });
    const known = factors.filter((factor) => factor !== undefined);
    expect(known.length).toBeGreaterThan(0);
    expect(Math.max(...known)).toBeCloseTo(Math.min(...known), 9);
  });

  it('does not show a listing that has become too old since the file was made', () => {
    const columns = encodeDirectory(entriesOf([aPractitioner()], TODAY, kentAndMedway), {});
    const on = (day: string) =>
      searchDirectory(directoryFrom({ columns }, day, kentAndMedway), noFilters).found.length;
    expect(on('2027-02-28')).toBe(1);
    expect(on('2027-03-01')).toBe(0);
  });

  it('reads no text index unless a text is searched', () => {
    const columns = encodeDirectory(crowdEntries, {});
    const directory = directoryFrom({ columns }, TODAY, kentAndMedway);
    expect(searchDirectory(directory, noFilters).found.length).toBe(crowd.length);
    expect(() => searchDirectory(directory, { ...noFilters, text: 'pain' })).toThrow('text index');
  });

  it('gives back each entry as it was stored', () => {
    expect(crowdEntries.map((_, row) => crowdDirectory.entryAt(row))).toEqual(crowdEntries);
  });

  it('takes a few bytes a listing, besides its name and id', () => {
    const many = Array.from({ length: 20 }, (_, copy) =>
      crowd.map((one) => ({ ...one, id: `${one.id}x${String(copy)}` })),
    ).flat();
    const entries = entriesOf(many, TODAY, kentAndMedway);
    const own = entries.reduce((sum, { listing }) => sum + listing.name.length + listing.slug.length, 0);
    expect((encodeDirectory(entries, {}).length - own) / entries.length).toBeLessThan(70);
    expect(
      encodeTextIndex(
        entries.map(({ listing }) => listing),
        {},
      ).length / entries.length,
    ).toBeLessThan(120);
  });
});
