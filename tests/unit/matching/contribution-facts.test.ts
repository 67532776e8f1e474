import { describe, expect, it, test } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { seatQueryOf, balanceKey } from '../../../shared/matching/query/seat-query.ts';
import { area } from '../../../shared/matching/criteria/area.ts';
import { contributionsOf, leastCost } from '../../../shared/matching/criteria/contributions.ts';
import { loadPoints } from '../../../shared/matching/criteria/load.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { aPractitioner, aRequest, TODAY } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';

const askFor = (asked: Partial<SupervisionRequest> = {}, context = noContext) => {
  const request = aRequest(asked);
  return seatQueryOf(request, request.seats[0]!, policy, TODAY, context);
};
const told = (
  criterion: string,
  changes: Partial<Practitioner> = {},
  asked: Partial<SupervisionRequest> = {},
  context = noContext,
) => {
  const found = contributionsOf(askFor(asked, context), aPractitioner(changes)).find(
    (one) => one.criterion === criterion,
  );
  return [found?.points, found?.facts];
};
const at = (outcode: string, town: string, place: 'medway-swale' | 'east-kent' | 'west-kent') => ({
  sites: [{ outcode, town, place }],
});
const dover = at('CT16', 'Dover', 'east-kent');
const commitment = {
  matchId: 'm',
  requestId: 'other',
  seatId: 's',
  from: '2027-02-01',
  to: '2027-07-31',
  university: 'medway',
};

test('every criterion is listed in the order of the policy, also where it adds nothing', () => {
  expect(contributionsOf(askFor(), aPractitioner()).map(({ criterion }) => criterion)).toEqual([
    'travel',
    'partly-remote',
    'place',
    'area',
    'setting',
    'days',
    'give-and-take',
    'load',
    'confirmed',
    'remit',
    'silent',
  ]);
});

describe('travel', () => {
  it('is given in minutes and miles by road, with the town', () => {
    expect(told('travel', at('ME10', 'Sittingbourne', 'medway-swale'))).toEqual([
      230,
      { minutes: 23, roadMiles: 14.6, town: 'Sittingbourne' },
    ]);
  });

  it('beyond the learner’s minutes costs no more than these, and the rest is remote', () => {
    expect(told('travel', dover, { maxMinutes: 52 })).toEqual([
      520,
      { minutes: 53, roadMiles: 44.1, town: 'Dover' },
    ]);
    expect(told('partly-remote', dover, { maxMinutes: 20 })).toEqual([60, { remote: 'yes' }]);
  });

  it('up to and including the learner’s minutes is travelled', () => {
    expect(told('travel', dover, { maxMinutes: 53 })[0]).toBe(530);
    expect(told('travel', dover, { maxMinutes: 90 })[0]).toBe(530);
    expect(told('partly-remote', dover, { maxMinutes: 53 })).toEqual([0, { remote: 'no' }]);
    expect(told('partly-remote', dover, { maxMinutes: 52 })).toEqual([60, { remote: 'yes' }]);
  });

  it('to an unknown outcode counts as the learner’s minutes, and as remote', () => {
    const unknown = at('ZZ1', 'Elsewhere', 'east-kent');
    expect(told('travel', unknown, { maxMinutes: 26 })).toEqual([260, { town: 'Elsewhere' }]);
    expect(told('partly-remote', unknown)).toEqual([60, { remote: 'yes' }]);
  });
});

test('the places of both are given, and a neighbouring place costs half the points', () => {
  expect(told('place')).toEqual([0, { learner: 'medway-swale', practitioner: 'medway-swale' }]);
  expect(told('place', dover)).toEqual([20, { learner: 'medway-swale', practitioner: 'east-kent' }]);
});

describe('the area', () => {
  const wanted = 'cardiovascular';
  it.each<[string, Partial<Practitioner>, Partial<SupervisionRequest>, readonly unknown[]]>([
    ['that somebody leads', {}, {}, [0, { knows: 'leads', area: wanted, wanted }]],
    ['that somebody lists', { leadArea: 'pain' }, {}, [20, { knows: 'lists', area: wanted, wanted }]],
    [
      'beside the main one that somebody leads',
      { leadArea: 'pain', areas: ['hiv'] },
      { areas: [wanted, 'pain'] },
      [80, { knows: 'shares', area: 'pain', wanted }],
    ],
    [
      'beside the main one that somebody lists',
      { leadArea: 'hiv', areas: ['pain'] },
      { areas: ['pain'] },
      [80, { knows: 'shares', area: 'pain', wanted }],
    ],
    [
      'closest to the learner’s, of several',
      { leadArea: 'renal', areas: ['hiv', 'lipids', 'anticoagulation'] },
      {},
      [80, { knows: 'related', area: 'lipids', wanted }],
    ],
    [
      'that somebody leads, of several that are equally close',
      { leadArea: 'renal', areas: ['diabetes-endocrine'] },
      {},
      [90, { knows: 'related', area: 'renal', wanted }],
    ],
    [
      'loosely related',
      { leadArea: 'substance-misuse', areas: [] },
      { leadArea: 'pain', areas: ['pain'] },
      [100, { knows: 'related', area: 'substance-misuse', wanted: 'pain' }],
    ],
    [
      'related to another area of the learner’s more closely than to the main one',
      { leadArea: 'renal', areas: ['lipids'] },
      { leadArea: 'diabetes-endocrine', areas: [wanted] },
      [80, { knows: 'related', area: 'lipids', wanted: 'diabetes-endocrine', to: wanted }],
    ],
    [
      'that is not related at all',
      { leadArea: 'ophthalmology', areas: [] },
      {},
      [110, { knows: 'related', area: 'ophthalmology', wanted }],
    ],
  ])('%s is given with its points', (_, changes, asked, contribution) => {
    expect(told('area', changes, asked)).toEqual(contribution);
  });
});

test('the settings of both are given', () => {
  expect(told('setting')).toEqual([0, { learner: 'general-practice', practitioner: 'general-practice' }]);
  expect(told('setting', { setting: 'hospice' })).toEqual([
    50,
    { learner: 'general-practice', practitioner: 'hospice' },
  ]);
});

test('the days in common are given, and how many are missing of two, or of the one that the learner has', () => {
  const days = (theirs: Practitioner['days'], own: SupervisionRequest['days']) =>
    told('days', { days: theirs }, { days: own });
  expect(days(['friday', 'tuesday', 'monday'], ['monday', 'tuesday', 'wednesday'])).toEqual([
    0,
    { common: 'monday tuesday', missing: 0 },
  ]);
  expect(days(['monday', 'tuesday', 'friday'], ['monday', 'tuesday', 'friday'])).toEqual([
    0,
    { common: 'monday tuesday friday', missing: 0 },
  ]);
  expect(days(['friday'], ['monday', 'tuesday', 'friday'])).toEqual([15, { common: 'friday', missing: 1 }]);
  expect(days(['friday'], ['monday'])).toEqual([15, { common: '', missing: 1 }]);
  expect(days(['monday'], ['monday'])).toEqual([0, { common: 'monday', missing: 0 }]);
});

describe('the balance of hosting', () => {
  const owed = (balance: number) =>
    told(
      'give-and-take',
      {},
      {},
      { ...noContext, balances: { [balanceKey('medway-pharmacy', 'harbour-surgery')]: balance } },
    );

  it('is given as the balance is, and counted in whole learners within its bounds', () => {
    expect(owed(2.7)).toEqual([-10, { own: 'no', balance: 2.7 }]);
    expect(owed(-2.7)).toEqual([10, { own: 'no', balance: -2.7 }]);
    expect(owed(9)).toEqual([-20, { own: 'no', balance: 9 }]);
    expect(told('give-and-take')).toEqual([0, { own: 'no', balance: 0 }]);
    const learnersOwe = { [balanceKey('harbour-surgery', 'medway-pharmacy')]: 3 };
    expect(told('give-and-take', {}, {}, { ...noContext, balances: learnersOwe })).toEqual([
      0,
      { own: 'no', balance: 0 },
    ]);
  });

  it('of a zero balance is 0, never −0', () => {
    expect(Object.is(owed(0)[0], 0)).toBe(true);
  });

  it('within an organisation is the most, and no balance', () => {
    const organisation = { id: 'medway-pharmacy', name: 'Medway Pharmacy' };
    expect(told('give-and-take', { organisation })).toEqual([-20, { own: 'yes', balance: 0 }]);
  });
});

describe('the load', () => {
  it('counts learners in the same months, but not this request’s own seats', () => {
    const twoPlaces = { placesOffered: 2 };
    expect(told('load', { ...twoPlaces, commitments: [commitment] })).toEqual([30, { learners: 1 }]);
    expect(told('load', { ...twoPlaces, commitments: [{ ...commitment, requestId: 'req1' }] })).toEqual([
      0,
      { learners: 0 },
    ]);
    const before = { ...commitment, from: '2026-02-01', to: '2027-01-31' };
    expect(told('load', { ...twoPlaces, commitments: [before] })).toEqual([0, { learners: 0 }]);
  });

  it('of every further learner repeats the last value', () => {
    const values = { values: [0, 30, 90] as const };
    expect([0, 1, 2, 3, 40].map((learners) => loadPoints(values, learners))).toEqual([0, 30, 90, 90, 90]);
    expect([0, 1].map((learners) => loadPoints({ values: [7] }, learners))).toEqual([7, 7]);
  });
});

test('the days since the details were confirmed are given, and are never negative', () => {
  expect(told('confirmed', { confirmedAt: '2026-11-20T23:59:00.000Z' })).toEqual([0, { days: 1 }]);
  expect(told('confirmed', { confirmedAt: '2026-11-22T00:01:00.000Z' })).toEqual([0, { days: 0 }]);
  expect(told('confirmed', { confirmedAt: '2026-08-23T09:00:00.000Z' })).toEqual([30, { days: 90 }]);
});

test('the remit is given: own profession, known from experience, or to be learnt', () => {
  expect(told('remit')).toEqual([0, { knows: 'own', profession: 'pharmacist' }]);
  expect(told('remit', { supervisedBefore: 0 })).toEqual([0, { knows: 'own', profession: 'pharmacist' }]);
  expect(told('remit', { profession: 'nurse', supervisedBefore: 1 })).toEqual([
    10,
    { knows: 'supervised', profession: 'pharmacist' },
  ]);
  expect(told('remit', { profession: 'nurse', supervisedBefore: 0 })).toEqual([
    30,
    { knows: 'new', profession: 'pharmacist' },
  ]);
});

test('somebody who left two offers in a row without an answer comes after everybody else', () => {
  expect(told('silent')).toEqual([0, { lapses: 0 }]);
  expect(told('silent', { silence: { lapses: 1, since: '2026-11-20T09:00:00.000Z' } })).toEqual([
    0,
    { lapses: 1 },
  ]);
  expect(told('silent', { silence: { lapses: 2, since: '2026-10-20T09:00:00.000Z' } })).toEqual([
    10_000,
    { lapses: 2 },
  ]);
});

describe('the lower bound of a cost', () => {
  it('is travel, place and area, less the maximum value of the balance of hosting', () => {
    expect(leastCost(askFor(), aPractitioner(at('ME10', 'Sittingbourne', 'medway-swale')))).toBe(230 - 20);
    expect(leastCost(askFor({ maxMinutes: 60 }), aPractitioner(dover))).toBe(530 + 20 - 20);
  });

  it('is the same as the points where an area is led or listed, and never above them', () => {
    const least = (changes: Partial<Practitioner>) => area.atLeast(askFor(), aPractitioner(changes));
    expect(least({})).toBe(0);
    expect(least({ leadArea: 'pain' })).toBe(20);
    expect(least({ leadArea: 'renal', areas: ['hiv'] })).toBe(80);
  });
});
