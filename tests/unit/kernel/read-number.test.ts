import { expect, it } from 'vitest';
import { readNumber } from '../../../shared/kernel/read-number.ts';

it.each<[string, number]>([
  ['2', 2],
  [' 02 ', 2],
  ['２', 2],
  ['1,000', 1000],
  ['2 016', 2016],
  ['7.5', 7.5],
  ['7,5', 7.5],
  ['-1', -1],
  ['−1', -1],
  ['Two', 2],
  ['45 minutes', 45],
  ['45mins', 45],
  ['10 years', 10],
  ['10+', 10],
  ['twelve learners', 12],
])('reads %j as %d', (written, number) => {
  expect(readNumber(written)).toBe(number);
});

it.each(['', '-', '1-2', '2 3', '2 or 3', 'two hundred', '1e3', '0x10', 'Infinity', '1.2.3', 'a few'])(
  'reads no number from %j',
  (written) => {
    expect(readNumber(written)).toBeUndefined();
  },
);
