import type { Seat } from '../../../shared/requests/request.ts';
import { describe, expect, it } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { scannedPool } from '../../../shared/matching/candidate-pool.ts';
import { roundPolicy } from '../../../shared/rounds/round-policy.ts';
import { keptPair, pairsOf, shiftOf, stageSeat } from '../../../shared/rounds/stage-pairs.ts';
import { aSeat, TODAY } from '../../support/builders.ts';
import { dpp, learner } from '../../support/rounds/people.ts';
import { noContext } from '../../support/no-context.ts';

const cost = (criterion: string, points: number, facts = {}) => ({ criterion, points, facts });

describe('the seat that a stage is about', () => {
  const seats = [
    aSeat({ id: 's1', role: 'practice-supervisor' }),
    aSeat({ id: 's2', role: 'dpp' }),
    aSeat({ id: 's3', role: 'practice-assessor' }),
  ];
  const about = (
    given: Seat[] = seats,
    roles: Parameters<typeof stageSeat>[1] = ['dpp', 'practice-assessor'],
  ) => stageSeat(learner('a', { seats: given }), roles)?.id;

  it('is the first vacant one of its roles, or none', () => {
    expect(about()).toBe('s2');
    expect(about(seats, ['practice-assessor'])).toBe('s3');
    expect(about(seats, ['spoke-supervisor'])).toBeUndefined();
  });

  it('is the one that somebody holds already, wherever it is in the list', () => {
    const taken = (id: string) =>
      seats.map((seat) => (seat.id === id ? aSeat({ id, role: seat.role, state: 'offered' }) : seat));
    expect(about(taken('s3'))).toBe('s3');
    expect(about(taken('s1'))).toBe('s2');
  });
});

describe('the candidates for a seat', () => {
  const request = learner('a');
  const found = (practitioners: Practitioner[], extra = [cost('team', 0)]) =>
    pairsOf(
      seatQueryOf(request, request.seats[0]!, roundPolicy.pairs, TODAY, noContext),
      scannedPool(practitioners),
      () => extra,
    );

  it('are those who meet every requirement, with points, minutes and miles', () => {
    const told = found([
      dpp('d1'),
      dpp('d2', { patientFacing: false }),
      dpp('d3', { sites: [request.site] }),
    ]);
    expect([...told.keys()].toSorted()).toEqual(['d1', 'd3']);
    expect(told.get('d3')).toMatchObject({ minutes: 9, miles: 1 });
    expect(told.get('d1')).toMatchObject({ minutes: 11, miles: 3 });
    expect(told.get('d1')!.points).toBeGreaterThan(told.get('d3')!.points);
  });

  it('include neither load nor pressure, which the allocation charges, but do include extra points', () => {
    const busy = dpp('d1', {
      placesOffered: 3,
      commitments: [
        {
          matchId: 'm',
          requestId: 'x',
          seatId: 'x-1',
          from: '2027-09-06',
          to: '2028-02-28',
          university: 'kent',
        },
      ],
    });
    const plain = found([dpp('d1')]).get('d1')!.points;
    expect(found([busy]).get('d1')!.points).toBe(plain);
    const extra = [cost('team', 7), cost('load', 100), cost('pressure', 1000)];
    expect(found([dpp('d1')], extra).get('d1')!.points).toBe(plain + 7);
  });
});

describe('a pair that is kept', () => {
  it('has the points, minutes and miles it was made with', () => {
    const travel = cost('travel', 20, { minutes: 14, roadMiles: 3.6 });
    expect(keptPair([cost('place', 5), travel, cost('load', 90)], 20)).toEqual({
      points: 25,
      minutes: 14,
      miles: 4,
    });
  });

  it('has 1.3 times the straight miles of an earlier policy', () => {
    const travel = cost('travel', 20, { minutes: 26, miles: 10 });
    expect(keptPair([travel], 20)).toEqual({ points: 20, minutes: 26, miles: 13 });
  });

  it('is no distance away where none was known', () => {
    expect(keptPair([cost('travel', 20, { miles: 'unknown' })], 20).miles).toBe(0);
    expect(keptPair([cost('place', 20, { miles: 4 })], 20).miles).toBe(0);
  });

  it('is never worth more than the shift', () => {
    expect(keptPair([cost('give-and-take', -25)], 20).points).toBe(-20);
    expect(keptPair([cost('give-and-take', -15)], 20).points).toBe(-15);
  });

  it('is shifted by the maximum value of the balance of hosting', () => {
    const { reciprocity, reciprocityCap } = roundPolicy.pairs;
    expect(shiftOf(roundPolicy)).toBe(20);
    expect(shiftOf(roundPolicy)).toBe(reciprocity.value * reciprocityCap.value);
  });
});
