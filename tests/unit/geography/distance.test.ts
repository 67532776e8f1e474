import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milesBetween } from '../../../shared/geography/distance.ts';
import { outcodes } from '../../../shared/geography/outcodes.ts';

const anOutcode = fc.constantFrom(...outcodes.map(({ outcode }) => outcode));

describe('miles between outcodes', () => {
  it.each([
    ['ME7', 'ME4', 1, 3],
    ['ME14', 'CT1', 22, 27],
    ['DA1', 'CT9', 48, 54],
    ['TN1', 'CT16', 43, 48],
  ])('%s to %s is what a map says', (from, to, least, most) => {
    expect(milesBetween(from, to)).toBeGreaterThanOrEqual(least);
    expect(milesBetween(from, to)).toBeLessThanOrEqual(most);
  });

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
    );
  });

  it('are not known outside Kent and Medway', () => {
    expect(milesBetween('ME7', 'M1')).toBeUndefined();
  });
});
