import { describe, expect, it } from 'vitest';
import { straightLineTravel } from '../../../shared/geography/straight-line-travel.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const { between } = straightLineTravel(kentAndMedway.geography);

describe('straight miles between outcodes', () => {
  it.each([
    ['ME7', 'ME4', 1, 3],
    ['ME14', 'CT1', 22, 27],
    ['DA1', 'CT9', 48, 54],
    ['TN1', 'CT16', 43, 48],
  ])('%s to %s is what a map says', (from, to, least, most) => {
    expect(between(from, to)?.miles).toBeGreaterThanOrEqual(least);
    expect(between(from, to)?.miles).toBeLessThanOrEqual(most);
  });

  it('are not known outside the system', () => {
    expect(between('ME7', 'M1')).toBeUndefined();
  });
});
