import { describe, expect, it } from 'vitest';
import { milesBetween } from '../../../shared/geography/distance.ts';

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

  it('are not known outside Kent and Medway', () => {
    expect(milesBetween('ME7', 'M1')).toBeUndefined();
  });
});
