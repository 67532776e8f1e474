import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formulaTravel } from '../../../shared/geography/formula-travel.ts';
import { straightMiles } from '../../../shared/geography/straight-miles.ts';

const places = [
  { id: 'east', name: 'East', neighbours: ['west'] },
  { id: 'west', name: 'West', neighbours: ['east'] },
];

/** Makes travel between outcodes on one meridian, at straight miles from its start. */
const along = (miles: readonly number[]) =>
  formulaTravel({
    places,
    outcodes: miles.map((each, index) => ({
      outcode: `ZZ${index}`,
      town: 'Testham',
      place: 'east',
      latitude: 50 + (each / 3958.8) * (180 / Math.PI),
      longitude: 0,
    })),
  });

describe('a drive without a road graph', () => {
  it.each([
    [0, 10, 3],
    [2, 13, 5.4],
    [10, 26, 14.8],
    [13, 30, 18.3],
    [14, 32, 19.5],
    [20, 39, 26.6],
    [41, 65, 51.4],
  ])('of %d straight miles takes %d minutes and %d miles by road', (straight, minutes, miles) => {
    expect(along([0, straight]).between('ZZ0', 'ZZ1')).toEqual({ minutes, miles });
  });

  it('takes ten minutes inside one outcode', () => {
    expect(along([5]).between('ZZ0', 'ZZ0')).toEqual({ minutes: 10, miles: 3 });
  });

  it('is the same in both directions, no shorter than the straight line, and never shorter for being further', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 120, noNaN: true }),
        fc.double({ min: 0, max: 120, noNaN: true }),
        (a, b) => {
          const travel = along([0, Math.min(a, b), Math.max(a, b)]);
          const [near, far] = [travel.between('ZZ0', 'ZZ1')!, travel.between('ZZ0', 'ZZ2')!];
          expect(travel.between('ZZ1', 'ZZ0')).toEqual(near);
          expect(near.miles).toBeGreaterThanOrEqual(Math.min(a, b));
          expect(near.minutes).toBeLessThanOrEqual(far.minutes);
          expect(near.miles).toBeLessThanOrEqual(far.miles);
        },
      ),
    );
  });

  it('is never longer than a detour', () => {
    const point = fc.record({
      latitude: fc.double({ min: 50.5, max: 52, noNaN: true }),
      longitude: fc.double({ min: -1, max: 1.5, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, point, (...points) => {
        const travel = formulaTravel({
          places,
          outcodes: points.map((each, index) => ({
            outcode: `ZZ${index}`,
            town: 'Testham',
            place: 'east',
            ...each,
          })),
        });
        const [there, on, straight] = [
          travel.between('ZZ0', 'ZZ1')!,
          travel.between('ZZ1', 'ZZ2')!,
          travel.between('ZZ0', 'ZZ2')!,
        ];
        expect(straight.minutes).toBeLessThanOrEqual(there.minutes + on.minutes);
        expect(straight.miles).toBeLessThanOrEqual(there.miles + on.miles);
      }),
    );
  });

  it('leads to the middle of the place where the outcode has no coordinates', () => {
    const outcodes = [
      { outcode: 'ZZ0', town: 'North', place: 'east', latitude: 51.2, longitude: 0 },
      { outcode: 'ZZ1', town: 'South', place: 'east', latitude: 51, longitude: 0 },
      { outcode: 'ZZ2', town: 'Middle', place: 'east', latitude: 51.1, longitude: 0 },
      { outcode: 'ZZ3', town: 'Lost', place: 'east' },
      { outcode: 'ZZ4', town: 'Nowhere', place: 'west' },
    ];
    const travel = formulaTravel({ places, outcodes });
    expect(travel.between('ZZ0', 'ZZ3')).toEqual(travel.between('ZZ0', 'ZZ2'));
    expect(travel.between('ZZ0', 'ZZ4')).toBeUndefined();
    expect(travel.between('ZZ4', 'ZZ4')).toEqual({ minutes: 10, miles: 3 });
    expect(travel.between('ZZ0', 'M1')).toBeUndefined();
    expect(travel.between('M1', 'M1')).toBeUndefined();
  });
});

describe('the straight line', () => {
  it('has 69 miles between two degrees of latitude', () => {
    expect(straightMiles({ latitude: 51, longitude: 0 }, { latitude: 52, longitude: 0 })).toBeCloseTo(
      69.1,
      1,
    );
  });

  it('is unknown from a point without coordinates', () => {
    expect(straightMiles({ latitude: 51, longitude: 0 }, { latitude: 51 })).toBeUndefined();
    expect(straightMiles({}, { latitude: 51, longitude: 0 })).toBeUndefined();
    expect(straightMiles(undefined, undefined)).toBeUndefined();
  });
});
