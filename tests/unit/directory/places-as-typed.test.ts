import { expect, it } from 'vitest';
import { placeTyped, searchOriginOf } from '../../../shared/directory/search-origin.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

it.each([
  ['Gillingham, Kent', 'ME7'],
  ['gillingham kent uk', 'ME7'],
  ['near Gillingham', 'ME7'],
  ['Gilingham', 'ME7'],
  ['Staplehurst', 'TN12'],
  ['Marden, Kent', 'TN12'],
  ['Lydd', 'TN29'],
  ['Kings Hill', 'ME19'],
  ["King's Hill", 'ME19'],
  ['Isle of Sheppey', 'ME12'],
  ['Ashford (Kent)', 'TN23'],
  ['Maidstone, Kent ME14 1XX', 'ME14'],
  ['me7', 'ME7'],
  ['ME7 4AB', 'ME7'],
  ['East Kent', 'east-kent'],
  ['east-kent', 'east-kent'],
  ['Brighton', 'unknown-town'],
  ['Kent', 'unknown-town'],
])('%s is found as a place', (typed, found) => {
  const place = placeTyped(typed, kentAndMedway.geography);
  const origin = searchOriginOf(typed, kentAndMedway.geography);
  expect(place ?? (origin.ok ? origin.value.outcode : origin.refusal)).toBe(found);
});
