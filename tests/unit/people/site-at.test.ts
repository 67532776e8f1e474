import { expect, test } from 'vitest';
import { siteAt } from '../../../shared/people/site-at.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

test('an outcode, however it is written, is a site with its town and place', () => {
  expect(siteAt('me4', kentAndMedway.geography)).toEqual({
    outcode: 'ME4',
    town: 'Chatham',
    place: 'medway-swale',
  });
});

test('an outcode from elsewhere is a surprise: journeys refuse it first', () => {
  expect(() => siteAt('SW1A', kentAndMedway.geography)).toThrow('outcode outside the system');
});
