import { describe, expect, it } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { whatWouldHelp } from '../../../shared/rounds/smallest-change.ts';
import { TODAY } from '../../support/builders.ts';
import { dpp, learner } from '../../support/rounds/people.ts';
import { noContext } from '../../support/no-context.ts';

const help = (...practitioners: Practitioner[]) => {
  const request = learner('a');
  return whatWouldHelp(seatQueryOf(request, request.seats[0]!, policy, TODAY, noContext), practitioners);
};
const other = (id: string) => dpp(id, { leadArea: 'respiratory', areas: [] });
const full = (id: string) => dpp(id, { placesOffered: 0 });
const twice = (id: string) => dpp(id, { placesOffered: 0, patientFacing: false });

describe('the smallest change for a learner without candidates', () => {
  it('is empty where there is nobody at all, or everybody fits', () => {
    expect(help()).toEqual({ nearMisses: [], smallestChange: undefined });
    expect(help(dpp('d1'))).toEqual({ nearMisses: [], smallestChange: undefined });
  });

  it('is the fewest unmet requirements, with both values and the practitioner', () => {
    expect(help(twice('d1'), full('d2'), dpp('d3')).smallestChange).toEqual({
      requirements: ['place-free'],
      count: 1,
      examples: [{ practitionerId: 'd2', unmet: [{ name: 'place-free', wanted: 1, found: 0 }] }],
    });
    expect(help(twice('d1')).smallestChange).toMatchObject({
      requirements: ['patient-facing', 'place-free'],
      count: 1,
    });
  });

  it('is the most common of equally small ones, then the first', () => {
    const told = help(full('d1'), other('d2'), other('d3'), full('d4'), other('d5')).smallestChange;
    expect(told).toMatchObject({ requirements: ['clinical-area'], count: 3 });
    expect(told?.examples.map(({ practitionerId }) => practitionerId)).toEqual(['d2', 'd3', 'd5']);
    expect(help(full('d1'), other('d2')).smallestChange).toMatchObject({ requirements: ['place-free'] });
    expect(help(other('d2'), full('d1')).smallestChange).toMatchObject({ requirements: ['clinical-area'] });
  });

  it('distinguishes two combinations that share a requirement', () => {
    const mixed = dpp('d3', { placesOffered: 0, leadArea: 'respiratory', areas: [] });
    const told = help(twice('d1'), mixed, twice('d2')).smallestChange;
    expect(told).toMatchObject({ requirements: ['patient-facing', 'place-free'], count: 2 });
  });

  it('names three at most, and lists of values as lists', () => {
    const told = help(...['d1', 'd2', 'd3', 'd4'].map(other)).smallestChange;
    expect(told?.count).toBe(4);
    expect(told?.examples).toHaveLength(3);
    expect(told?.examples[0]?.unmet).toEqual([
      { name: 'clinical-area', wanted: ['cardiovascular'], found: ['respiratory'] },
    ]);
  });

  it('counts as near only those who miss a single requirement', () => {
    expect(help(full('d1'), twice('d2'), other('d3')).nearMisses).toEqual([
      { change: 'other-area', count: 1 },
      { change: 'wait-for-place', count: 1 },
    ]);
    expect(help(twice('d2')).nearMisses).toEqual([]);
    const both = dpp('d4', { placesOffered: 0, leadArea: 'respiratory', areas: [] });
    expect(help(both).nearMisses).toEqual([]);
  });
});
