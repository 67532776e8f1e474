import { expect, test } from 'vitest';
import { organisationIdOf } from '../../../shared/people/organisation.ts';

test.each([
  ['St Mary’s & St John’s Surgery', 'st-marys-and-st-johns-surgery'],
  ["King's  Health -- Centre", 'kings-health-centre'],
  ['(Élan) Pharmacy.', 'elan-pharmacy'],
  ['ＫＥＮＴ', 'kent'],
])('the organisation %s is filed under %s', (name, id) => {
  expect(organisationIdOf(name)).toBe(id);
});

test('a very long name is cut at 80 characters', () => {
  expect(organisationIdOf('a'.repeat(100))).toBe('a'.repeat(80));
});
