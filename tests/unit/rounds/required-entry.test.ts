import { expect, it } from 'vitest';
import { requiredEntry } from '../../../shared/rounds/required-entry.ts';

it('a plan that names an id its stage never had is an internal error', () => {
  const seats = new Map([['a', 0]]);
  expect(requiredEntry(seats, 'a')).toBe(0);
  expect(() => requiredEntry(seats, 'b')).toThrow('nothing is known of b');
});
