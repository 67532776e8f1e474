import { expect, it } from 'vitest';
import { requiredEntry } from '../../../shared/rounds/required-entry.ts';

it('is a surprise where a stage gives out what it never took in', () => {
  const seats = new Map([['a', 0]]);
  expect(requiredEntry(seats, 'a')).toBe(0);
  expect(() => requiredEntry(seats, 'b')).toThrow('nothing is known of b');
});
