import { expect, it } from 'vitest';
import { positionOfDrive, travelFrom } from '../../../shared/systems/published-travel.ts';

const travel = travelFrom({
  outcodes: ['A1', 'B2', 'C3'],
  minutes: [5, 20, 31, 6, 14, 7],
  tenthsOfMiles: [9, 104, 187, 11, 72, 13],
});

it('reads a drive in both directions', () => {
  expect(travel.between('B2', 'C3')).toEqual({ minutes: 14, miles: 7.2 });
  expect(travel.between('C3', 'B2')).toEqual({ minutes: 14, miles: 7.2 });
  expect(travel.between('C3', 'A1')).toEqual({ minutes: 31, miles: 18.7 });
});

it('reads a drive inside one outcode', () => {
  expect(travel.between('C3', 'C3')).toEqual({ minutes: 7, miles: 1.3 });
});

it('knows no drive to an unknown outcode', () => {
  expect(travel.between('A1', 'D4')).toBeUndefined();
});

it('gives every pair of 93 outcodes a position of its own', () => {
  const positions = new Set<number>();
  for (let from = 0; from < 93; from += 1)
    for (let to = from; to < 93; to += 1) positions.add(positionOfDrive(from, to, 93));
  expect([positions.size, Math.min(...positions), Math.max(...positions)]).toEqual([4371, 0, 4370]);
});
