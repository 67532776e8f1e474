import { describe, expect, test } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { seatQueryOf, noContext } from '../../../shared/matching/query/seat-query.ts';
import { bestWithin } from '../../../shared/matching/index/best-candidates.ts';
import {
  bitsOf,
  type PractitionerIndex,
  practitionerIndexOf,
  professionBit,
  renew,
} from '../../../shared/matching/index/practitioner-index.ts';
import { eligibleAmong } from '../../../shared/matching/index/scan-index.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { rank } from '../../../shared/matching/rank.ts';
import { aPractitioner, aRequest, TODAY } from '../../support/builders.ts';

const people = ['a', 'b', 'c'].map((id) =>
  aPractitioner({ id, email: `${id}@dpp.example`, registrationNumber: id }),
);
const [a, b, c] = people;
const fitting = (columns: PractitionerIndex, asked: Partial<SupervisionRequest> = {}) => {
  const request = aRequest(asked);
  const ask = seatQueryOf(request, request.seats[0]!, policy, TODAY, noContext);
  return eligibleAmong(columns, ask).map((position) => columns.practitioners[position]!.id);
};
const renewed = (...changed: readonly Practitioner[]): PractitionerIndex => {
  const columns = practitionerIndexOf(people);
  for (const one of changed) renew(columns, one);
  return columns;
};

describe('a practitioner who changed after the columns were built', () => {
  test('is judged by the new values, and nobody else changes', () => {
    expect(fitting(renewed())).toEqual(['a', 'b', 'c']);
    expect(fitting(renewed({ ...a!, state: 'paused' }))).toEqual(['b', 'c']);
    expect(fitting(renewed({ ...b!, placesOffered: 0 }))).toEqual(['a', 'c']);
    expect(fitting(renewed({ ...c!, hoursPerWeek: 1 }))).toEqual(['a', 'b']);
    expect(fitting(renewed({ ...c!, hoursPerWeek: 1 }, c!))).toEqual(['a', 'b', 'c']);
  });

  test('is recognised as the learner by the new address, however often they are renewed', () => {
    const moved = { ...b!, email: 'lee@learner.example' };
    expect(fitting(renewed(moved))).toEqual(['a', 'c']);
    expect(fitting(renewed(moved, moved, moved))).toEqual(['a', 'c']);
    expect(fitting(renewed(moved, { ...c!, email: moved.email }, moved))).toEqual(['a']);
    expect(fitting(renewed(moved, { ...moved, email: 'new@dpp.example' }))).toEqual(['a', 'b', 'c']);
  });

  test('is left out when they were not in the columns', () => {
    const columns = renewed({ ...a!, id: 'stranger', state: 'paused' });
    expect(fitting(columns)).toEqual(['a', 'b', 'c']);
    expect(columns.practitioners).toEqual(people);
  });
});

describe('columns', () => {
  test('store equal availability once', () => {
    const other = { ...b!, id: 'd', leavingOn: '2027-04-01' };
    expect(practitionerIndexOf([...people, other, other]).availabilities).toEqual([
      { from: '2026-11-01', to: '9999-12-31', hoursPerWeek: 8 },
      { from: '2026-11-01', to: '2027-04-01', hoursPerWeek: 8 },
    ]);
  });

  test('leave out an id that its list no longer has, and do not take it for the first of the list', () => {
    expect(bitsOf(professionBit, ['of-an-older-list'])).toBe(0);
    expect(bitsOf(professionBit, ['pharmacist', 'of-an-older-list', 'nurse'])).toBe(0b11);
  });

  test('of nobody find nothing', () => {
    expect(fitting(practitionerIndexOf([]))).toEqual([]);
  });

  test('also hold people without a site, at the learner’s own place', () => {
    const request = aRequest();
    const without = [{ ...a!, sites: [] }, b!];
    const all = rank(request, request.seats[0]!, without, policy, TODAY).candidates;
    expect(all.map(({ practitioner }) => practitioner.id)).toEqual(['a', 'b']);
    expect(
      bestWithin(request, request.seats[0]!, practitionerIndexOf(without), policy, TODAY, Infinity)
        .candidates,
    ).toEqual(all);
  });

  test('distinguish people who give different places for the same outcode', () => {
    const at = (place: 'medway-swale' | 'west-kent' | 'east-kent') => ({
      sites: [{ outcode: 'ME7', town: 'Gillingham', place }],
    });
    const border = [
      { ...a!, ...at('west-kent') },
      { ...b!, ...at('medway-swale') },
      { ...c!, ...at('east-kent') },
    ];
    const request = aRequest();
    for (const order of [border, border.toReversed()])
      for (const most of [1, 2, 3])
        expect(
          bestWithin(request, request.seats[0]!, practitionerIndexOf(order), policy, TODAY, most).candidates,
        ).toEqual(rank(request, request.seats[0]!, order, policy, TODAY).candidates.slice(0, most));
  });
});
