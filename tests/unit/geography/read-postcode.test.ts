import { expect, it } from 'vitest';
import { readPostcode } from '../../../shared/geography/read-postcode.ts';

it.each([
  ['ME7', 'ME7'],
  ['me7', 'ME7'],
  ['ME07', 'ME7'],
  ['MEO7', 'ME7'],
  ['ME7 4AB', 'ME7 4AB'],
  ['me74ab', 'ME7 4AB'],
  ['ME12 4AB', 'ME12 4AB'],
  ['ME124AB', 'ME12 4AB'],
  ['ME1 2AB', 'ME1 2AB'],
  ['CTI 3NG', 'CT1 3NG'],
  ['ct1o', 'CT10'],
  ['ME7 4AB, Gillingham', 'ME7 4AB'],
  ['ME7 Gillingham', 'ME7'],
  [' ME 7 ', 'ME7'],
  ['ME-7', 'ME7'],
  ['SW1A 1AA', 'SW1A 1AA'],
])('reads “%s” as %s', (written, postcode) => {
  expect(readPostcode(written)).toBe(postcode);
});

it.each(['', 'Gillingham', 'Dover', 'Deal', 'ME', '7', 'Gillingham ME7', 'ME7X4ABC'])(
  'reads no postcode from “%s”',
  (written) => {
    expect(readPostcode(written)).toBeUndefined();
  },
);
