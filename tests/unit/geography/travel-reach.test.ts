import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { straightMiles } from '../../../shared/geography/straight-miles.ts';
import { milesForMinutes, minutesForMiles } from '../../../shared/geography/travel-reach.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const { outcodes } = kentAndMedway.geography;
const anOutcode = fc.constantFrom(...outcodes);

describe('a limit in straight miles', () => {
  it.each([
    ['CT5', 0, 11],
    ['CT5', 9, 22],
    ['CT5', 10, 40],
    ['ME7', 10, 25],
  ])('from %s of %d miles means %d minutes by road', (from, miles, minutes) => {
    expect(minutesForMiles(kentAndMedway, from, miles)).toBe(minutes);
  });

  it('lets the learner reach every outcode that the miles reached', () => {
    fc.assert(
      fc.property(anOutcode, anOutcode, fc.integer({ min: 0, max: 60 }), (from, to, miles) => {
        const reached = Math.round(straightMiles(from, to)!) <= miles;
        const minutes = kentAndMedway.travel.between(from.outcode, to.outcode)!.minutes;
        if (reached) expect(minutes).toBeLessThanOrEqual(minutesForMiles(kentAndMedway, from.outcode, miles));
      }),
    );
  });

  it('from an unknown outcode reaches nothing', () => {
    expect(minutesForMiles(kentAndMedway, 'M1', 50)).toBe(0);
  });
});

describe('a limit in minutes by road', () => {
  it.each([
    ['CT5', 40, 25],
    ['CT5', 1, 1],
    ['M1', 90, 1],
  ])('from %s of %d minutes means %d straight miles', (from, minutes, miles) => {
    expect(milesForMinutes(kentAndMedway, from, minutes)).toBe(miles);
  });

  it('reaches at least as far in more minutes, and its miles mean at least these minutes', () => {
    fc.assert(
      fc.property(
        anOutcode,
        fc.integer({ min: 15, max: 120 }),
        fc.integer({ min: 0, max: 60 }),
        ({ outcode }, minutes, more) => {
          const miles = milesForMinutes(kentAndMedway, outcode, minutes);
          expect(milesForMinutes(kentAndMedway, outcode, minutes + more)).toBeGreaterThanOrEqual(miles);
          const furthest = outcodes.filter(
            (to) => kentAndMedway.travel.between(outcode, to.outcode)!.minutes <= minutes,
          );
          for (const to of furthest)
            expect(minutesForMiles(kentAndMedway, outcode, miles)).toBeGreaterThanOrEqual(
              kentAndMedway.travel.between(outcode, to.outcode)!.minutes,
            );
        },
      ),
    );
  });
});
