import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { straightLineTravel } from '../../../shared/geography/straight-line-travel.ts';
import { cases } from '../../support/campaign.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const { outcodes } = kentAndMedway.geography;
const { between } = straightLineTravel(kentAndMedway.geography);
const milesBetween = (from: string, to: string): number | undefined => between(from, to)?.miles;

const anOutcode = fc.constantFrom(...outcodes.map(({ outcode }) => outcode));

describe('straight miles between outcodes', () => {
  it('are none to itself, the same both ways, never longer than a detour and never wider than the county', () => {
    fc.assert(
      fc.property(anOutcode, anOutcode, anOutcode, (a, b, c) => {
        const [there, back, on, over] = [
          milesBetween(a, b)!,
          milesBetween(b, a)!,
          milesBetween(b, c)!,
          milesBetween(a, c)!,
        ];
        expect(milesBetween(a, a)).toBe(0);
        expect(there).toBe(back);
        expect(over).toBeLessThanOrEqual(there + on + 2);
        expect(there).toBeLessThan(75);
      }),
      { numRuns: cases(100) },
    );
  });
});
