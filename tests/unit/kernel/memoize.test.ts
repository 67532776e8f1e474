import { describe, expect, it } from 'vitest';
import { memoize } from '../../../shared/kernel/memoize.ts';
import { londonDay, londonTime } from '../../../shared/kernel/time.ts';

describe('a memoized function', () => {
  it('is reused without computing it again', () => {
    const asked: string[] = [];
    const lengthOf = memoize((word: string) => {
      asked.push(word);
      return word.length;
    });
    expect([lengthOf('learner'), lengthOf('DPP'), lengthOf('learner')]).toEqual([7, 3, 7]);
    expect(asked).toEqual(['learner', 'DPP']);
  });

  it('is dropped with all others at the limit, and computed again', () => {
    let times = 0;
    const half = memoize((number: number) => {
      times += 1;
      return number / 2;
    });
    for (let number = 0; number < 10_001; number += 1) expect(half(number)).toBe(number / 2);
    expect(half(0)).toBe(0);
    expect(times).toBe(10_002);
  });
});

describe('what London’s clocks show', () => {
  it.each([
    ['2027-03-28T00:59:59.999Z', '2027-03-28', '00:59'],
    ['2027-03-28T01:00:00.000Z', '2027-03-28', '02:00'],
    ['2027-10-31T00:59:59.999Z', '2027-10-31', '01:59'],
    ['2027-10-31T01:00:00.000Z', '2027-10-31', '01:00'],
    ['2027-06-30T23:17:00.000Z', '2027-07-01', '00:17'],
    ['2027-06-30T23:48:00.000Z', '2027-07-01', '00:48'],
  ])('at %s is %s %s, whatever was cached for that hour', (instant, day, time) => {
    expect([londonDay(instant), londonTime(instant)]).toEqual([day, time]);
    expect([londonDay(instant), londonTime(instant)]).toEqual([day, time]);
  });
});
