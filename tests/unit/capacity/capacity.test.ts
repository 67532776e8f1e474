import { expect, test } from 'vitest';
import {
  offersWithoutPlace,
  placesFree,
  placesNotAskedAbout,
  placesUsed,
} from '../../../shared/capacity/capacity.ts';

const year = { from: '2027-01-01', to: '2027-12-31' };
const taken = (from: string, to: string, requestId = `${from}${to}`) => ({
  matchId: requestId,
  requestId,
  seatId: 's',
  from,
  to,
  university: 'medway',
});
const none = { commitments: [], pendingOffers: [] };
const offer = (offerId: string, holdsPlace: boolean) => ({ ...year, offerId, holdsPlace });

test('learners one after the other use one place, learners at a time use one each', () => {
  const spring = taken('2027-01-10', '2027-04-30');
  const summer = taken('2027-05-01', '2027-08-31');
  expect(placesUsed({ ...none, commitments: [spring, summer] }, year)).toBe(1);
  expect(placesUsed({ ...none, commitments: [spring, taken('2027-04-30', '2027-08-31')] }, year)).toBe(2);
});

test('only days of the period count', () => {
  const spring = taken('2027-01-10', '2027-04-30');
  expect(placesUsed({ ...none, commitments: [spring] }, { from: '2027-05-01', to: '2027-08-01' })).toBe(0);
  expect(placesUsed({ ...none, commitments: [spring] }, { from: '2027-04-30', to: '2027-08-01' })).toBe(1);
});

test('a learner with two seats uses one place', () => {
  const two = [taken('2027-01-10', '2027-04-30', 'r'), taken('2027-01-10', '2027-04-30', 'r')];
  expect(placesUsed({ ...none, commitments: two }, year)).toBe(1);
  expect(placesUsed({ ...none, commitments: two }, year, { requestId: 'r' })).toBe(0);
});

test('an offer of a round holds its place, others do not', () => {
  const pendingOffers = [offer('a', true), offer('b', false)];
  expect(placesUsed({ ...none, pendingOffers }, year)).toBe(1);
  expect(placesUsed({ ...none, pendingOffers }, year, { offerId: 'a' })).toBe(0);
});

test('every offer asks about a place, also one that does not hold it', () => {
  const pendingOffers = [offer('a', true), offer('b', false)];
  const asked = { ...none, pendingOffers, placesOffered: 3 };
  expect(placesFree(asked, year)).toBe(2);
  expect(placesNotAskedAbout(asked, year)).toBe(1);
  expect(placesNotAskedAbout(asked, year, { offerId: 'b' })).toBe(2);
  expect(placesNotAskedAbout({ ...asked, placesOffered: 1 }, year)).toBe(0);
  const later = { from: '2029-01-01', to: '2029-03-01' };
  expect(placesNotAskedAbout(asked, later)).toBe(3);
});

test('after the number was lowered, the latest offers beyond the places have none', () => {
  const found = (placesOffered: number) =>
    offersWithoutPlace({
      placesOffered,
      commitments: [],
      pendingOffers: [offer('first', false), offer('second', false), offer('held', true)],
    }).map(({ offerId }) => offerId);
  expect(found(3)).toEqual([]);
  expect(found(2)).toEqual(['second']);
  expect(found(1)).toEqual(['first', 'second']);
});

test('lowering the number of places below current use ends no match and leaves no place free', () => {
  const commitments = [taken('2027-01-10', '2027-04-30'), taken('2027-01-10', '2027-05-30')];
  expect(placesFree({ ...none, commitments, placesOffered: 1 }, year)).toBe(0);
});

test('finds pending offers that no longer have a place, but not one that holds its place', () => {
  const pendingOffers = [offer('held', true), offer('loose', false)];
  const found = offersWithoutPlace({ placesOffered: 1, commitments: [], pendingOffers });
  expect(found.map(({ offerId }) => offerId)).toEqual(['loose']);
});

test('an offer that holds its place keeps it after the number was lowered, and so does one with a place left', () => {
  const found = (placesOffered: number, ...pendingOffers: ReturnType<typeof offer>[]) =>
    offersWithoutPlace({ placesOffered, commitments: [], pendingOffers }).map(({ offerId }) => offerId);
  expect(found(0, offer('held', true), offer('loose', false))).toEqual(['loose']);
  expect(found(1, offer('loose', false))).toEqual([]);
});
