import { describe, expect, test } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { addDays } from '../../../shared/kernel/time.ts';
import { seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { scannedPool } from '../../../shared/matching/candidate-pool.ts';
import { indexedPool } from '../../../shared/matching/index/indexed-pool.ts';
import type { RequirementQuery } from '../../../shared/matching/requirements/unmet-requirements.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { aPractitioner, aRequest, aSeat, NOW, TODAY, conflictWith } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const { universities } = kentAndMedway;

describe.each([
  ['scanned', scannedPool],
  ['indexed', indexedPool],
])('in a pool that is %s, a practitioner who fits an ordinary request', (_, poolOf) => {
  const found = (people: readonly Practitioner[], query: RequirementQuery) =>
    poolOf(people)
      .candidates(query)
      .map(({ id }) => id);
  const fitting = aPractitioner();
  /** Another practitioner of the pool, whose values are all different and who fits no request. */
  const bystander = aPractitioner({
    id: 'bystander',
    email: 'by@dpp.example',
    registrationNumber: '1',
    state: 'paused',
    sites: [{ outcode: 'CT1', town: 'Canterbury', place: 'east-kent' }],
    hoursPerWeek: 40,
  });
  const isFound = (
    practitioner: Partial<Practitioner>,
    asked: Partial<SupervisionRequest> = {},
    changed: Partial<typeof policy> = {},
    known: Partial<typeof noContext> = {},
  ): boolean => {
    const request = aRequest(asked);
    const query = seatQueryOf(request, request.seats[0]!, { ...policy, ...changed }, TODAY, {
      ...noContext,
      ...known,
    });
    const one = { ...fitting, ...practitioner };
    const first = found([one, bystander], query);
    expect(found([bystander, one], query)).toEqual(first);
    expect(first).toEqual(first.length === 0 ? [] : [one.id]);
    return first.length === 1;
  };
  const { check, ...unchecked } = fitting;
  const accepting = { acceptProvisional: { value: true, reason: 'test' } };
  const strict = { acceptProvisional: { value: false, reason: 'test' } };
  const far = { outcode: 'TN25', town: 'Wye', place: 'east-kent' as const };
  const swanley = { outcode: 'BR8', town: 'Swanley', place: 'dartford-gravesham-swanley' as const };
  const nowhere = { outcode: 'ZZ1', town: 'Elsewhere', place: 'medway-swale' as const };
  const used = { from: '2027-02-01', to: '2027-07-31' };

  test('is found', () => {
    expect(isFound({})).toBe(true);
    expect(check).toBeDefined();
  });

  test.each<[string, Partial<Practitioner>, Partial<SupervisionRequest>?]>([
    ['paused', { state: 'paused' }],
    ['stale on this very day', { confirmedAt: `${addDays(TODAY, -policy.staleDays.value)}T23:00:00.000Z` }],
    ['who does not supervise this profession', { supervisesProfessions: ['nurse'] }],
    ['who does not supervise this kind of learner', { supervisesLearnerTypes: ['v300'] }],
    ['who does not offer this seat', { seatRoles: ['practice-supervisor'] }],
    ['who may not sign off', { profession: 'dietitian' }],
    ['who sees no patients', { patientFacing: false }],
    ['of another clinical area', { leadArea: 'dermatology', areas: ['dermatology'] }],
    ['too far away', { sites: [far] }],
    ['whose sites are all too far away', { sites: [far, far] }],
    ['in the first outcode of the table, too far away', { sites: [swanley] }],
    ['in an outcode that nobody knows', { sites: [nowhere] }],
    ['far away, who only sees learners in person', { sites: [far] }, { remoteAcceptable: true }],
    ['far away, where the learner accepts nothing remote', { sites: [far], mode: 'mixed' }],
    ['without a place', { placesOffered: 0 }],
    ['whose hours do not fit', { hoursPerWeek: 3 }],
    ['who comes too late', { availableFrom: '2027-07-01' }],
    ['who leaves too early', { leavingOn: '2027-02-20' }],
    [
      'whose place is taken',
      { commitments: [{ matchId: 'm', requestId: 'r', seatId: 's', university: 'medway', ...used }] },
    ],
    ['whose place is held', { pendingOffers: [{ offerId: 'o', holdsPlace: true, ...used }] }],
    [
      'whom three others have asked',
      {
        placesOffered: 5,
        pendingOffers: ['a', 'b', 'c'].map((offerId) => ({ offerId, holdsPlace: false, ...used })),
      },
    ],
    ['with the e-mail address of the learner', { email: ' LEE@learner.example' }],
    ['with the registration of the learner', { registrationNumber: '2054321' }],
    ['whom the learner excludes', {}, { exclusions: [{ practitionerId: 'dpp1', reason: 'test' }] }],
    ['with whom there is a conflict', {}, { conflicts: [conflictWith('Amara Example')] }],
    [
      'who did not want to',
      {},
      { seats: [aSeat({ tried: [{ practitionerId: 'dpp1', outcome: 'declined', at: NOW }] })] },
    ],
    [
      'who has another seat of the team',
      {},
      { seats: [aSeat(), aSeat({ id: 'seat2', state: 'filled', practitionerId: 'dpp1' })] },
    ],
  ])('is not found when they are somebody %s', (_, practitioner, asked) =>
    expect(isFound(practitioner, asked)).toBe(false),
  );

  test.each<[string, Partial<Practitioner>, Partial<SupervisionRequest>?]>([
    [
      'confirmed a day before they would be stale',
      { confirmedAt: `${addDays(TODAY, 1 - policy.staleDays.value)}T00:00:00.000Z` },
    ],
    [
      'not independent, for a seat that signs nothing off',
      { profession: 'dietitian' },
      { seats: [aSeat({ role: 'practice-supervisor' })] },
    ],
    [
      'without patients, for a seat that signs nothing off',
      { patientFacing: false },
      { seats: [aSeat({ role: 'practice-supervisor' })] },
    ],
    ['who knows a related area', { leadArea: 'lipids', areas: ['lipids'] }],
    ['who lists the area', { leadArea: 'dermatology', areas: ['cardiovascular'] }],
    ['who has one site near enough', { sites: [far, ...fitting.sites] }],
    ['far away, when both accept partly remote', { sites: [far], mode: 'mixed' }, { remoteAcceptable: true }],
    [
      'with two places, one of them taken',
      {
        placesOffered: 2,
        commitments: [{ matchId: 'm', requestId: 'r', seatId: 's', university: 'medway', ...used }],
      },
    ],
    [
      'whose place is free again by then',
      {
        commitments: [
          {
            matchId: 'm',
            requestId: 'r',
            seatId: 's',
            university: 'medway',
            from: '2026-02-01',
            to: '2026-07-31',
          },
        ],
      },
    ],
    // The course lasts 25 whole weeks, so 4 hours a week are exactly the 100 hours that the seat needs.
    ['with just the hours', { hoursPerWeek: 4 }, { seats: [aSeat({ hours: 100 })] }],
    [
      'in an outcode that nobody knows, partly remote',
      { sites: [nowhere], mode: 'mixed' },
      { remoteAcceptable: true },
    ],
    [
      'asked by two others',
      {
        placesOffered: 5,
        pendingOffers: ['a', 'b'].map((offerId) => ({ offerId, holdsPlace: false, ...used })),
      },
    ],
    [
      'whose number is the learner’s in another register',
      { profession: 'nurse', regulator: 'nmc', registrationNumber: '2054321' },
    ],
    ['whom a conflict with somebody else does not mean', {}, { conflicts: [conflictWith('Bob Bee')] }],
    [
      'whom the exclusion of somebody else does not mean',
      {},
      { exclusions: [{ practitionerId: 'dpp2', reason: 'test' }] },
    ],
  ])('is found when they are somebody %s', (_, practitioner, asked) =>
    expect(isFound(practitioner, asked)).toBe(true),
  );

  test('is found far away only at a university that allows remote supervision, or that is not in the list', () => {
    const remote = { remoteAcceptable: true };
    const at = (list: typeof universities) =>
      isFound({ sites: [far], mode: 'mixed' }, remote, {}, { universities: list });
    expect(at(universities)).toBe(true);
    expect(at([])).toBe(true);
    expect(at(universities.map((one) => ({ ...one, remoteAllowed: false })))).toBe(false);
  });

  test('is not found where several listings have the learner’s address: none of them is', () => {
    const request = aRequest();
    const query = seatQueryOf(request, request.seats[0]!, policy, TODAY, noContext);
    const listings = ['a', 'b', 'c'].map((id) => ({
      ...fitting,
      id,
      email: request.email,
      registrationNumber: id,
    }));
    expect(found(listings, query)).toEqual([]);
    expect(found([bystander, ...listings, fitting], query)).toEqual([fitting.id]);
  });

  test('is found without a check only where provisional listings are accepted and theirs is one', () => {
    const of = (one: Partial<Practitioner>, changed: typeof strict): boolean => {
      const request = aRequest();
      const query = seatQueryOf(request, request.seats[0]!, { ...policy, ...changed }, TODAY, noContext);
      return found([bystander, { ...unchecked, ...one }], query).length === 1;
    };
    expect(of({ provisional: true }, accepting)).toBe(true);
    expect(of({ provisional: true }, strict)).toBe(false);
    expect(of({ provisional: false }, accepting)).toBe(false);
    expect(isFound({}, {}, strict)).toBe(true);
  });
});
