import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hrefOf, parseFilters, type Query } from '../../../shared/directory/filters.ts';
import { filtersArbitrary } from '../../support/directory/filters-arbitrary.ts';
import { cases } from '../../support/campaign.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const queryOf = (href: string): Query => {
  const query: Record<string, string[]> = {};
  for (const [key, value] of new URL(href, 'https://dpp.example').searchParams)
    (query[key] ??= []).push(value);
  return query;
};

const PATH = '/find-a-dpp/results';

describe('filters in the address', () => {
  it('come back from the address as they went in', () => {
    fc.assert(
      fc.property(filtersArbitrary, (filters) => {
        expect(parseFilters(queryOf(hrefOf(PATH, filters)), kentAndMedway)).toEqual({ filters, notes: [] });
      }),
      { numRuns: cases(100) },
    );
  });

  it('never fail, whatever somebody puts into the address, and settle after one reading', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 150 });
    const key = fc.oneof(
      fc.constantFrom('near', 'within', 'q', 'area', 'sort', 'page', '__proto__'),
      anyText,
    );
    fc.assert(
      fc.property(fc.dictionary(key, fc.array(anyText, { maxLength: 3 })), (query) => {
        const once = parseFilters(query, kentAndMedway).filters;
        expect(parseFilters(queryOf(hrefOf(PATH, once)), kentAndMedway).filters).toEqual(once);
      }),
      { numRuns: cases(150) },
    );
  });
});
