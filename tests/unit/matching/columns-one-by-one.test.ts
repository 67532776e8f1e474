import { describe, expect, test } from 'vitest';
import type { Practitioner } from '../../../shared/domain/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/domain/request.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { askOf, noContext } from '../../../shared/matching/ask.ts';
import { columnsOf } from '../../../shared/matching/columns.ts';
import { eligibleAmong } from '../../../shared/matching/columns-scan.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { aPractitioner, aRequest, aSeat, NOW, TODAY } from '../../support/builders.ts';

describe('by columns, whoever fits an ordinary request', () => {
  const fitting = aPractitioner();
  const found = (
    practitioner: Partial<Practitioner>,
    asked: Partial<SupervisionRequest> = {},
    changed: Partial<typeof policy> = {},
  ): boolean => {
    const request = aRequest(asked);
    const ask = askOf(request, request.seats[0]!, { ...policy, ...changed }, TODAY, noContext);
    const people = [{ ...fitting, ...practitioner }];
    return eligibleAmong(columnsOf(people), ask).length === 1;
  };
  const { check, ...unchecked } = fitting;
  const accepting = { acceptProvisional: { value: true, reason: 'test' } };
  const strict = { acceptProvisional: { value: false, reason: 'test' } };
  const far = { outcode: 'TN25', town: 'Wye', place: 'east-kent' as const };
  const used = { from: '2027-02-01', to: '2027-07-31' };

  test('is found', () => {
    expect(found({})).toBe(true);
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
    ['with whom there is a conflict', {}, { conflicts: [{ kind: 'line-manager', who: 'Amara Example' }] }],
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
    expect(found(practitioner, asked)).toBe(false),
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
    ['with just the hours', { hoursPerWeek: 4 }],
  ])('is found when they are somebody %s', (_, practitioner, asked) =>
    expect(found(practitioner, asked)).toBe(true),
  );

  test('is found without a check only where provisional listings are accepted and theirs is one', () => {
    const of = (one: Partial<Practitioner>, changed: typeof strict): boolean => {
      const request = aRequest();
      const ask = askOf(request, request.seats[0]!, { ...policy, ...changed }, TODAY, noContext);
      return eligibleAmong(columnsOf([{ ...unchecked, ...one }]), ask).length === 1;
    };
    expect(of({ provisional: true }, accepting)).toBe(true);
    expect(of({ provisional: true }, strict)).toBe(false);
    expect(of({ provisional: false }, accepting)).toBe(false);
    expect(found({}, {}, strict)).toBe(true);
  });
});
