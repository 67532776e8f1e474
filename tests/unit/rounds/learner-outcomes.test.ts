import { describe, expect, it } from 'vitest';
import type { Drive } from '../../../shared/geography/travel.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { learnerOutcomes } from '../../../shared/rounds/learner-outcomes.ts';
import type { SeatAssignment } from '../../../shared/rounds/round-plan.ts';
import { aSeat, TODAY } from '../../support/builders.ts';
import { dpp, learner } from '../../support/rounds/people.ts';
import { anAssignment } from '../../support/rounds/plan-parts.ts';

const outcome = (
  request: SupervisionRequest,
  assignments: readonly SeatAssignment[] = [],
  {
    practitioners = [dpp('d1')],
    firstCome = {},
    day = TODAY,
  }: {
    practitioners?: Practitioner[];
    firstCome?: Record<string, Drive>;
    day?: string;
  } = {},
) =>
  learnerOutcomes(
    { day, requests: [request], practitioners, kept: [], balances: {}, carriedOver: [] },
    assignments,
    new Map(Object.entries(firstCome)),
  )[0]!;

const team = learner('a', {
  hours: 100,
  seats: [
    aSeat({ id: 'a-1', hours: 60 }),
    aSeat({ id: 'a-2', role: 'practice-supervisor', hours: 30 }),
    aSeat({ id: 'a-3', role: 'spoke-supervisor', hours: 10 }),
  ],
});

describe('what a learner got from a round', () => {
  it('is nothing when nobody signs them off', () => {
    expect(outcome(learner('a'))).toEqual({
      requestId: 'a',
      kept: false,
      placed: false,
      waitingDays: 1,
      place: 'medway-swale',
      profession: 'pharmacist',
      learnerType: 'pharmacist-ip',
      setting: 'general-practice',
      organisationId: 'medway-pharmacy',
      ownDpps: false,
      seats: 1,
      seatsPlaced: 0,
      hours: 90,
      hoursPlaced: 0,
      firstCome: { placed: false },
    });
  });

  it('is the points, the miles and the host of the person who signs off, and the seats and hours of the team', () => {
    const given = [
      anAssignment({ seatId: 'a-3', role: 'spoke-supervisor', practitionerId: 'd2', points: 7, miles: 7 }),
      anAssignment({ seatId: 'a-1', points: 12, miles: 3, kept: true }),
      anAssignment({ requestId: 'b', seatId: 'b-1', points: 99 }),
    ];
    expect(outcome(team, given)).toMatchObject({
      kept: true,
      placed: true,
      points: 12,
      miles: 3,
      hostOrganisationId: 'harbour-surgery',
      hostPlace: 'medway-swale',
      seats: 3,
      seatsPlaced: 2,
      hours: 100,
      hoursPlaced: 70,
    });
  });

  it('counts one person in two seats as two seats', () => {
    const given = [anAssignment(), anAssignment({ seatId: 'a-2', role: 'practice-supervisor' })];
    expect(outcome(team, given)).toMatchObject({ seatsPlaced: 2, hoursPlaced: 90 });
  });

  it('is no place while only a supervisor is there who does not sign off', () => {
    const told = outcome(team, [anAssignment({ seatId: 'a-2', role: 'practice-supervisor' })]);
    expect(told).toMatchObject({ placed: false, kept: false, seatsPlaced: 1, hoursPlaced: 30 });
    expect(told).not.toHaveProperty('points');
    expect(told).not.toHaveProperty('hostPlace');
  });

  it('is in the learner’s own place where the host works there too, else where the host works first', () => {
    const site = (place: 'east-kent' | 'medway-swale' | 'west-kent') => ({
      outcode: 'CT9',
      town: 'Margate',
      place,
    });
    const hosted = (...sites: ReturnType<typeof site>[]) =>
      outcome(team, [anAssignment()], { practitioners: [dpp('d0'), dpp('d1', { sites })] }).hostPlace;
    expect(hosted(site('east-kent'), site('medway-swale'))).toBe('medway-swale');
    expect(hosted(site('east-kent'), site('west-kent'))).toBe('east-kent');
  });

  it('says whether the learner’s own organisation has DPPs', () => {
    const own = dpp('d1', { organisation: { id: 'medway-pharmacy', name: 'Medway Pharmacy' } });
    expect(outcome(team, [], { practitioners: [dpp('d0'), own] }).ownDpps).toBe(true);
  });

  it('counts the days since the request stood, never fewer than none', () => {
    const since = (confirmedAt: string, day: string) => outcome(learner('a', { confirmedAt }), [], { day });
    expect(since('2026-11-01T23:59:00.000Z', '2026-11-21').waitingDays).toBe(20);
    expect(since('2026-11-22T00:00:00.000Z', '2026-11-21').waitingDays).toBe(0);
  });

  it('says what first come, first served would have given', () => {
    const [a, b] = [
      { minutes: 9, miles: 1 },
      { minutes: 20, miles: 11 },
    ];
    expect(outcome(team, [], { firstCome: { a, b } }).firstCome).toEqual({ placed: true, ...a });
    expect(outcome(team, [], { firstCome: { b } }).firstCome).toEqual({ placed: false });
  });
});
