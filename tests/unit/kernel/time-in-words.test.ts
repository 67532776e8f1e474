import { expect, test } from 'vitest';
import { clockInWords, deadlineInWords, lastDayBefore } from '../../../shared/kernel/time-in-words.ts';

test('a deadline in the day is said with its time, in London’s clock', () => {
  expect(deadlineInWords('2026-07-27T08:15:00.000Z')).toBe('9:15am on 27 July 2026');
  expect(lastDayBefore('2026-07-27T08:15:00.000Z')).toBe('2026-07-27');
});

test('a deadline at midnight is said as the end of the day before', () => {
  expect(deadlineInWords('2026-11-28T00:00:00.000Z')).toBe('the end of 27 November 2026');
  expect(deadlineInWords('2026-07-27T23:00:00.000Z')).toBe('the end of 27 July 2026');
  expect(lastDayBefore('2026-11-28T00:00:00.000Z')).toBe('2026-11-27');
});

test.each([
  ['00:05', '12:05am'],
  ['09:15', '9:15am'],
  ['11:59', '11:59am'],
  ['12:00', '12pm'],
  ['12:30', '12:30pm'],
  ['19:00', '7pm'],
  ['23:59', '11:59pm'],
])('%s is said as %s', (clock, words) => {
  expect(clockInWords(`2026-11-27T${clock}:00.000Z`)).toBe(words);
});
