import { describe, expect, it } from 'vitest';
import { nearestDrive } from '../../../shared/geography/nearest-drive.ts';
import { milesForMinutes, minutesForMiles } from '../../../shared/geography/travel-reach.ts';

const drives: Readonly<Record<string, { minutes: number; miles: number }>> = {
  ZZ1: { minutes: 20, miles: 9 },
  ZZ2: { minutes: 15, miles: 11 },
  ZZ3: { minutes: 15, miles: 12 },
};
const travel = { between: (_: string, to: string) => drives[to] };

describe('the nearest drive', () => {
  it('takes the fewest minutes, whatever the miles and the order', () => {
    expect(nearestDrive(travel, 'ZZ0', ['ZZ1', 'ZZ2'])).toEqual(drives['ZZ2']);
    expect(nearestDrive(travel, 'ZZ0', ['ZZ2', 'ZZ1'])).toEqual(drives['ZZ2']);
  });

  it('is the first of two that take as long', () => {
    expect(nearestDrive(travel, 'ZZ0', ['ZZ3', 'ZZ2'])).toEqual(drives['ZZ3']);
  });

  it('leaves out unknown outcodes, and is unknown to these alone', () => {
    expect(nearestDrive(travel, 'ZZ0', ['M1', 'ZZ1'])).toEqual(drives['ZZ1']);
    expect(nearestDrive(travel, 'ZZ0', ['M1'])).toBeUndefined();
    expect(nearestDrive(travel, 'ZZ0', [])).toBeUndefined();
  });
});

describe('a limit', () => {
  const outcode = (name: string, latitude?: number) => ({
    outcode: name,
    town: name,
    place: 'here',
    ...(latitude === undefined ? {} : { latitude, longitude: 0 }),
  });
  const outcodes = [outcode('ZZ1', 51.1), outcode('ZZ2'), outcode('M1', 51.01)];
  const geography = { outcodes, outcodeOf: (name: string) => outcode(name, 51) };

  it('is converted by the outcodes whose minutes and miles are both known', () => {
    expect(minutesForMiles({ geography, travel }, 'ZZ0', 7)).toBe(20);
    expect(minutesForMiles({ geography, travel }, 'ZZ0', 6)).toBe(0);
    expect(milesForMinutes({ geography, travel }, 'ZZ0', 20)).toBe(7);
    expect(milesForMinutes({ geography, travel }, 'ZZ0', 19)).toBe(1);
  });
});
