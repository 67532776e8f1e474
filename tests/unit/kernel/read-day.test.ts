import { expect, it } from 'vitest';
import { readDay } from '../../../shared/kernel/read-day.ts';

it.each([
  ['1 9 2027', '2027-09-01'],
  ['01/09/2027', '2027-09-01'],
  ['1/9/27', '2027-09-01'],
  ['01.09.2027', '2027-09-01'],
  ['1-9-2027', '2027-09-01'],
  ['1–9–2027', '2027-09-01'],
  ['1st 9 2027', '2027-09-01'],
  ['1st September 2027', '2027-09-01'],
  ['2nd of Sept. 27', '2027-09-02'],
  ['Wednesday, 1 September 2027', '2027-09-01'],
  ['Wed 1 sep 2027', '2027-09-01'],
  ['September 1, 2027', '2027-09-01'],
  ['2027-09-01', '2027-09-01'],
  ['2027/9/1', '2027-09-01'],
  ['１ ９ ２０２７', '2027-09-01'],
  ['31 2 2027', '2027-02-31'],
])('reads %s', (written, day) => {
  expect(readDay(written)).toBe(day);
});

it.each([
  '',
  '1',
  '9 2027',
  'September 2027',
  '1 Septembral 2027',
  '1 se 2027',
  '1 9 207',
  '1 9 2027 10',
  '0 9 2027',
  '1st 9th 2027',
  'tomorrow',
  '1 9 2027T09:00',
])('reads no day from “%s”', (written) => {
  expect(readDay(written)).toBeUndefined();
});
