import { describe, expect, it, test } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { availableUntil } from '../../../shared/matching/requirements/hours.ts';
import { unmetRequirements } from '../../../shared/matching/requirements/unmet-requirements.ts';
import { aPractitioner, aRequest, aSeat, TODAY, conflictWith } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const { universities } = kentAndMedway;

const askFor = (asked: Partial<SupervisionRequest> = {}, context = noContext, own = policy) => {
  const request = aRequest(asked);
  return seatQueryOf(request, request.seats[0]!, own, TODAY, context);
};
const unmet = (changes: Partial<Practitioner>, ...asked: Parameters<typeof askFor>) =>
  unmetRequirements(askFor(...asked), aPractitioner(changes));

const commitment = {
  matchId: 'm',
  requestId: 'other',
  seatId: 's',
  from: '2027-02-01',
  to: '2027-07-31',
  university: 'medway',
};
const far = { sites: [{ outcode: 'CT16', town: 'Dover', place: 'east-kent' as const }] };
const nowhere = { sites: [{ outcode: 'ZZ1', town: 'Elsewhere', place: 'east-kent' as const }] };

describe('what was wanted and what was found', () => {
  it.each<[string, Partial<Practitioner>, Partial<SupervisionRequest>, string, unknown, unknown]>([
    ['of somebody paused', { state: 'paused' }, {}, 'listed', 'listed', 'paused'],
    [
      'of details that are old',
      { confirmedAt: '2026-07-14T09:00:00.000Z' },
      {},
      'details-confirmed',
      policy.staleDays.value,
      130,
    ],
    [
      'of a supplementary prescriber',
      { profession: 'dietitian' },
      {},
      'may-sign-off',
      'an independent prescriber',
      'dietitian',
    ],
    [
      'of somebody who sees no patients',
      { patientFacing: false },
      {},
      'patient-facing',
      'patient-facing',
      'not patient-facing',
    ],
    [
      'of areas: each once',
      { leadArea: 'ophthalmology', areas: ['ophthalmology', 'hiv'] },
      { leadArea: 'pain', areas: ['pain', 'renal'] },
      'clinical-area',
      ['pain', 'renal'],
      ['ophthalmology', 'hiv'],
    ],
    [
      'of the learner themselves',
      { email: 'lee@learner.example' },
      {},
      'not-self',
      'another person',
      'the same person',
    ],
    [
      'of conflicts: only those that mean this person and that nobody cleared',
      {},
      {
        conflicts: [
          conflictWith('Amara Example'),
          conflictWith('Bob Bee', { kind: 'sponsors-the-place' }),
          conflictWith('amara@dpp.example', {
            kind: 'business-or-financial',
            decision: { is: 'cleared', by: 'Team' },
          }),
          { kind: 'relative-or-close-tie', practitionerId: 'dpp1', decision: { is: 'undecided' } },
        ],
      },
      'no-conflict',
      'no declared conflict',
      ['line-manager', 'relative-or-close-tie'],
    ],
    [
      'of an exclusion: the reason given for this person',
      {},
      {
        exclusions: [
          { practitionerId: 'dpp2', reason: 'Another' },
          { practitionerId: 'dpp1', reason: 'A former manager' },
        ],
      },
      'not-excluded',
      'not excluded',
      'A former manager',
    ],
    [
      'of somebody who was asked before, for whichever seat',
      {},
      {
        seats: [
          aSeat(),
          aSeat({
            id: 'b',
            tried: [{ practitionerId: 'dpp1', outcome: 'declined', at: '2026-11-20T09:00:00.000Z' }],
          }),
        ],
      },
      'not-tried',
      'not asked before',
      'declined',
    ],
    [
      'of somebody who is asked for another seat',
      {},
      { seats: [aSeat(), aSeat({ id: 'b', state: 'offered', practitionerId: 'dpp1' })] },
      'one-seat-each',
      'two different people',
      'in another seat',
    ],
    ['of minutes too many', far, { maxMinutes: 52 }, 'travel', 52, 53],
    ['of minutes that nobody knows', nowhere, {}, 'travel', 30, 'unknown'],
    // The period has 25 whole weeks, from February to July.
    ['of hours', { hoursPerWeek: 3 }, {}, 'hours', 90, 75],
    ['of places', { placesOffered: 0 }, {}, 'place-free', 1, 0],
  ])('is given: %s', (_, changes, asked, name, wanted, found) => {
    expect(unmet(changes, asked)).toEqual([{ name, wanted, found }]);
  });

  it('is given for a listing without a check', () => {
    const { check, ...unchecked } = aPractitioner();
    const strict = { ...policy, acceptProvisional: { value: false, reason: 'test' } };
    const found = (provisional: boolean) =>
      unmetRequirements(askFor({}, noContext, strict), { ...unchecked, provisional });
    const name = 'register-checked';
    const wanted = 'a recorded check';
    expect(check).toBeDefined();
    expect(found(true)).toEqual([{ name, wanted, found: 'listed without a check' }]);
    expect(found(false)).toEqual([{ name, wanted, found: 'no check' }]);
  });
});

describe('what is enough', () => {
  it.each<[string, Partial<Practitioner>, Partial<SupervisionRequest>]>([
    ['the very hours', { hoursPerWeek: 4 }, { seats: [aSeat({ hours: 100 })] }],
    ['the very minutes', far, { maxMinutes: 53 }],
    [
      'the own place of this request’s other seat',
      { commitments: [{ ...commitment, requestId: 'req1' }] },
      {},
    ],
    ['a place of two', { placesOffered: 2, commitments: [commitment] }, {}],
    ['an exclusion of somebody else', {}, { exclusions: [{ practitionerId: 'dpp2', reason: 'Another' }] }],
    ['a seat of the same person that is vacant again', {}, { seats: [aSeat(), aSeat({ id: 'b' })] }],
    [
      'the seat that the person is asked for itself',
      {},
      { seats: [aSeat({ state: 'offered', practitionerId: 'dpp1' })] },
    ],
    ['one area of several that is related', { leadArea: 'hiv', areas: ['lipids'] }, {}],
    [
      'an area beside the main one',
      { leadArea: 'hiv', areas: ['pain'] },
      { areas: ['cardiovascular', 'pain'] },
    ],
    ['the learner’s main area alone', {}, { areas: ['pain'] }],
  ])('%s is', (_, changes, asked) => {
    expect(unmet(changes, asked)).toEqual([]);
  });
});

describe('a university', () => {
  const allowing = (changes: Partial<(typeof universities)[number]>) => ({
    ...noContext,
    universities: universities.map((one) => ({ ...one, ...changes })),
  });
  const mixed = { ...far, mode: 'mixed' as const };
  const remote = { remoteAcceptable: true };

  test('that is not in the list forbids nothing', () => {
    const unlisted = { ...noContext, universities: [] };
    expect(unmet(mixed, remote, unlisted)).toEqual([]);
    expect(unmet({ placesOffered: 2, commitments: [commitment] }, {}, unlisted)).toEqual([]);
  });

  test('may forbid remote supervision to its own learners, not to others', () => {
    const strict = [
      { ...universities[0]!, id: 'medway', remoteAllowed: false },
      { ...universities[0]!, id: 'other', remoteAllowed: true },
    ];
    const of = (university: string) =>
      unmet(mixed, { ...remote, university }, { ...noContext, universities: strict });
    expect(of('medway').map(({ name }) => name)).toEqual(['travel']);
    expect(of('other')).toEqual([]);
  });

  test('that allows one learner of a cohort counts those of the same university and start', () => {
    const one = allowing({ onePerCohort: true });
    const taking = (...commitments: Practitioner['commitments']) =>
      unmet({ placesOffered: 9, commitments }, {}, one);
    expect(taking()).toEqual([]);
    expect(taking({ ...commitment, university: 'ucl' })).toEqual([]);
    expect(taking({ ...commitment, from: '2027-01-01' })).toEqual([]);
    expect(taking({ ...commitment, requestId: 'req1' })).toEqual([]);
    expect(taking(commitment, { ...commitment, requestId: 'third' })).toEqual([
      { name: 'one-per-cohort', wanted: 1, found: 3 },
    ]);
  });
});

test('somebody supervises until they leave or are no longer available, whichever comes first', () => {
  expect(availableUntil(aPractitioner())).toBe('9999-12-31');
  expect(availableUntil(aPractitioner({ leavingOn: '2027-03-01' }))).toBe('2027-03-01');
  expect(availableUntil(aPractitioner({ availableTo: '2027-02-01' }))).toBe('2027-02-01');
  expect(availableUntil(aPractitioner({ availableTo: '2027-02-01', leavingOn: '2027-03-01' }))).toBe(
    '2027-02-01',
  );
  expect(availableUntil(aPractitioner({ availableTo: '2027-04-01', leavingOn: '2027-03-01' }))).toBe(
    '2027-03-01',
  );
});

test('the search for unmet requirements stops at the wanted number', () => {
  const hopeless = aPractitioner({ state: 'paused', patientFacing: false, ...far });
  expect(
    [1, 2, 3, 9].map((most) => unmetRequirements(askFor(), hopeless, most).map(({ name }) => name)),
  ).toEqual([
    ['listed'],
    ['listed', 'patient-facing'],
    ['listed', 'patient-facing', 'travel'],
    ['listed', 'patient-facing', 'travel'],
  ]);
});
