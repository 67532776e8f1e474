import { expect, test } from 'vitest';
import { hoursInWords } from '../../../shared/kernel/hours-in-words.ts';
import { readHours } from '../../../shared/kernel/read-hours.ts';

test.each([
  ['7.5', 7.5],
  [' 37.5 ', 37.5],
  ['7,5', 7.5],
  ['7½', 7.5],
  ['7 1/2', undefined],
  ['.5', 0.5],
  ['90 hours', 90],
  ['90 Hours in total', 90],
  ['90hrs', 90],
  ['7.5 h', 7.5],
  ['7.5h/week', 7.5],
  ['8 hours a week', 8],
  ['7h30', 7.5],
  ['7h 30m', 7.5],
  ['7 hrs 45', 7.75],
  ['7:30', 7.5],
  ['7 hours and 15 minutes', 7.25],
  ['45 minutes', 0.75],
  ['about 90', 90],
  ['1,200', 1200],
  ['-1', -1],
  ['several', undefined],
  ['', undefined],
  ['-', undefined],
  ['h', undefined],
  ['7 to 8', undefined],
  ['90 (12 days)', undefined],
  ['7h75', undefined],
  ['0x10', undefined],
  ['1e3', undefined],
])('hours are read as people write them: “%s”', (written, hours) => {
  expect(readHours(written)).toBe(hours);
});

test.each([
  [7.5, '7.5 hours'],
  [90, '90 hours'],
  [1, '1 hour'],
  [0, '0 hours'],
  [0.25, '0.25 hours'],
])('%s hours are said in words', (hours, words) => {
  expect(hoursInWords(hours)).toBe(words);
});
