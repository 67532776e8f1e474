import { expect, test } from 'vitest';
import {
  addDays,
  addHours,
  addMinutes,
  addWorkingDays,
  agoInWords,
  dayInWords,
  daysBetween,
  isoWeek,
  isWorkingDay,
  londonDay,
  londonInstant,
  londonTime,
  overlapDays,
  weekdayOf,
} from '../../../shared/kernel/time.ts';

test.each([
  ['2026-11-21T23:59:59.999Z', '2026-11-21', '23:59'],
  ['2026-11-22T00:00:00.000Z', '2026-11-22', '00:00'],
  ['2026-06-30T22:59:00.000Z', '2026-06-30', '23:59'],
  ['2026-06-30T23:00:00.000Z', '2026-07-01', '00:00'],
  ['2026-12-31T23:30:00.000Z', '2026-12-31', '23:30'],
  // In 2026 the clocks go forward at 01:00 UTC on 29 March and back at 01:00 UTC on 25 October.
  ['2026-03-29T00:59:00.000Z', '2026-03-29', '00:59'],
  ['2026-03-29T01:00:00.000Z', '2026-03-29', '02:00'],
  ['2026-10-25T00:59:00.000Z', '2026-10-25', '01:59'],
  ['2026-10-25T01:00:00.000Z', '2026-10-25', '01:00'],
])('at %s London’s calendar shows %s and its clocks %s', (instant, day, time) => {
  expect(londonDay(instant)).toBe(day);
  expect(londonTime(instant)).toBe(time);
});

test.each([
  ['2026-11-21', '07:30', '2026-11-21T07:30:00.000Z'],
  ['2026-07-01', '07:30', '2026-07-01T06:30:00.000Z'],
  ['2026-07-01', '00:00', '2026-06-30T23:00:00.000Z'],
  ['2026-03-29', '00:30', '2026-03-29T00:30:00.000Z'],
  ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25', '00:30', '2026-10-24T23:30:00.000Z'],
  ['2026-10-25', '02:30', '2026-10-25T02:30:00.000Z'],
])('on %s London’s clocks show %s at %s', (day, time, instant) => {
  expect(londonInstant(day, time)).toBe(instant);
});

test('days are counted over months, years and leap days', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  expect(daysBetween('2026-12-31', '2027-01-02')).toBe(2);
  expect(daysBetween('2027-01-02', '2026-12-31')).toBe(-2);
  expect(addHours('2026-11-21T23:30:00.000Z', 1)).toBe('2026-11-22T00:30:00.000Z');
  expect(addMinutes('2026-11-21T23:59:30.500Z', 1)).toBe('2026-11-22T00:00:30.500Z');
});

test('a week runs from Monday to Sunday', () => {
  expect([0, 1, 2, 3, 4, 5, 6].map((days) => weekdayOf(addDays('2026-11-23', days)))).toEqual([
    1, 2, 3, 4, 5, 6, 7,
  ]);
});

test('working days are neither weekends nor England’s bank holidays', () => {
  expect(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map(isWorkingDay)).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect(isWorkingDay('2026-12-25')).toBe(false);
  expect(addWorkingDays('2026-11-20', 0)).toBe('2026-11-20');
  expect(addWorkingDays('2026-11-20', 1)).toBe('2026-11-23');
  expect(addWorkingDays('2026-11-21', 5)).toBe('2026-11-27');
  expect(addWorkingDays('2026-12-24', 1)).toBe('2026-12-29');
});

test.each([
  ['2026-11-21', '2026-W47'],
  ['2026-11-23', '2026-W48'],
  ['2026-01-01', '2026-W01'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
  ['2021-01-03', '2020-W53'],
])('%s lies in week %s', (day, week) => {
  expect(isoWeek(day)).toBe(week);
});

test.each([
  [0, 'today'],
  [-3, 'today'],
  [1, 'yesterday'],
  [2, '2 days ago'],
  [13, '13 days ago'],
  [14, '2 weeks ago'],
  [20, '2 weeks ago'],
  [21, '3 weeks ago'],
  [59, '8 weeks ago'],
  [60, '2 months ago'],
  [89, '2 months ago'],
  [90, '3 months ago'],
])('%i days back is “%s”', (days, words) => {
  expect(agoInWords(addDays('2026-11-21', -days), '2026-11-21')).toBe(words);
});

test('a day in words has no leading nought', () => {
  expect(dayInWords('2027-01-04')).toBe('4 January 2027');
});

test('periods share their days, both ends included', () => {
  const spring = { from: '2027-02-01', to: '2027-04-30' };
  const overlap = (from: string, to: string) => {
    const both = [overlapDays(spring, { from, to }), overlapDays({ from, to }, spring)];
    expect(both[0]).toBe(both[1]);
    return both[0];
  };
  expect(overlap('2027-04-30', '2027-08-01')).toBe(1);
  expect(overlap('2027-05-01', '2027-08-01')).toBe(0);
  expect(overlap('2027-06-01', '2027-08-01')).toBe(0);
  expect(overlap('2027-01-01', '2027-02-03')).toBe(3);
  expect(overlap('2027-03-01', '2027-03-10')).toBe(10);
  expect(overlap('2027-01-01', '2027-12-31')).toBe(89);
});
