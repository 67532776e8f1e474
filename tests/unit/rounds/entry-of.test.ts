import { expect, it } from 'vitest';
import { entryOf } from '../../../shared/matching/round/entry-of.ts';

it('is a surprise where a stage gives out what it never took in', () => {
  const seats = new Map([['a', 0]]);
  expect(entryOf(seats, 'a')).toBe(0);
  expect(() => entryOf(seats, 'b')).toThrow('nothing is known of b');
});
