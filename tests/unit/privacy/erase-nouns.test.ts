import { describe, expect, test } from 'vitest';
import { erasedPractitioner } from '../../../shared/privacy/erase-practitioner.ts';
import { erasedRequest } from '../../../shared/privacy/erase-request.ts';
import { flatPractitioner, flatRequest } from '../../support/nouns-of-0-1-0.ts';
import { aPractitioner, aRequest, aSeat, conflictWith } from '../../support/builders.ts';

const LATER = '2026-12-31T23:30:00.000Z';

describe('an erased practitioner', () => {
  const whole = aPractitioner({
    version: 7,
    phone: '07700900123',
    supervisedBefore: 9,
    provisional: true,
    flags: ['under-three-years'],
    backUpName: 'Bea Example',
    backUpEmail: 'bea@dpp.example',
    justification: 'words',
    sites: [
      { outcode: 'ME7', town: 'Gillingham', place: 'medway-swale' },
      { outcode: 'CT1', town: 'Canterbury', place: 'east-kent' },
    ],
    commitments: [
      {
        matchId: 'match1',
        requestId: 'req1',
        seatId: 'seat1',
        from: '2027-02-01',
        to: '2027-07-31',
        university: 'medway',
      },
    ],
    pendingOffers: [{ offerId: 'offer1', from: '2027-02-01', to: '2027-07-31', holdsPlace: true }],
  });

  test('keeps ids and the facts that figures count, and nothing else', () => {
    const erased = erasedPractitioner(whole, LATER);
    expect(erased).toEqual({
      id: 'dpp1',
      version: 7,
      state: 'erased',
      name: 'erased',
      email: 'erased',
      profession: 'pharmacist',
      regulator: 'gphc',
      registrationNumber: 'erased',
      yearsPrescribing: 0,
      patientFacing: false,
      supervisedBefore: 0,
      preparation: [],
      supervisesProfessions: [],
      supervisesLearnerTypes: [],
      seatRoles: [],
      leadArea: 'cardiovascular',
      areas: [],
      setting: 'general-practice',
      organisation: { id: 'erased', name: 'erased' },
      sites: [{ outcode: 'erased', town: 'erased', place: 'medway-swale' }],
      days: [],
      mode: 'in-person',
      placesOffered: 0,
      availableFrom: '2026-12-31',
      hoursPerWeek: 0,
      fee: 'free',
      employerApproval: false,
      consent: whole.consent,
      flags: [],
      provisional: false,
      commitments: [],
      pendingOffers: [],
      createdAt: whole.createdAt,
      confirmedAt: whole.confirmedAt,
      updatedAt: LATER,
    });
    expect(flatPractitioner.parse(erased)).toEqual(erased);
  });
});

describe('an erased request', () => {
  test('keeps dates, areas and seats, and nothing of the requester or the learner', () => {
    const whole = aRequest({
      version: 4,
      state: 'withdrawn',
      learnerName: 'Lou Learner',
      nmpLeadName: 'Nina Lead',
      nmpLeadEmail: 'nina@lead.example',
      canOffer: 'words',
      onePersonReason: 'words',
      conflicts: [conflictWith('Dana')],
      exclusions: [{ practitionerId: 'dpp9', reason: 'words' }],
      seats: [aSeat()],
    });
    const erased = erasedRequest(whole, LATER);
    const {
      learnerName: _learner,
      registrationNumber: _number,
      nmpLeadName: _lead,
      nmpLeadEmail: _email,
      canOffer: _offer,
      onePersonReason: _reason,
      ...kept
    } = whole;
    expect(erased).toEqual({
      ...kept,
      state: 'erased',
      requesterName: 'erased',
      email: 'erased',
      organisation: { id: 'erased', name: 'erased' },
      site: { outcode: 'erased', town: 'erased', place: 'medway-swale' },
      scope: 'erased',
      conflicts: [],
      exclusions: [],
      updatedAt: LATER,
    });
    const { maxMinutes, ...asBefore } = erased;
    expect(maxMinutes).toBe(30);
    expect(flatRequest.parse(asBefore)).toEqual(asBefore);
  });
});
