import { describe, expect, it } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { aPractitioner, aRequest, aSeat, NOW, TODAY } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';

const asked = (changes: Partial<SupervisionRequest> = {}) => {
  const request = aRequest(changes);
  return seatQueryOf(request, request.seats[0]!, policy, TODAY, noContext);
};

describe('the areas related to the learner’s area', () => {
  it('are its neighbours, each with its closest relation, in whichever order the list names the pair', () => {
    expect(asked({ leadArea: 'lipids', areas: ['lipids'] }).related).toEqual(
      new Map([
        ['cardiovascular', 3],
        ['diabetes-endocrine', 2],
      ]),
    );
    expect(asked({ leadArea: 'hiv', areas: ['infection'] }).related).toEqual(
      new Map([
        ['sexual-health', 3],
        ['antimicrobial-stewardship', 3],
      ]),
    );
    expect(asked({ leadArea: 'diabetes-endocrine', areas: ['cardiovascular'] }).related).toEqual(
      new Map([
        ['lipids', 3],
        ['anticoagulation', 3],
        ['renal', 2],
      ]),
    );
  });

  it('are none for an area without related ones', () => {
    expect(asked({ leadArea: 'ophthalmology', areas: ['ophthalmology'] }).related.size).toBe(0);
  });
});

describe('the site that counts', () => {
  const site = (outcode: string, place: 'medway-swale' | 'west-kent' | 'east-kent') => ({
    outcode,
    town: `${outcode} in ${place}`,
    place,
  });
  const nearest = (...sites: Practitioner['sites']) => asked().nearest(aPractitioner({ sites }));

  const gillingham = site('ME7', 'medway-swale');
  const snodland = site('ME6', 'west-kent');
  const dover = site('CT16', 'east-kent');
  const unknown = site('ZZ1', 'medway-swale');

  it('is the one soonest reached, in whatever order they are given', () => {
    expect(nearest(dover, gillingham, snodland)).toEqual({
      site: gillingham,
      drive: { minutes: 11, miles: 2.5 },
    });
    expect(nearest(gillingham, snodland, dover)).toEqual({
      site: gillingham,
      drive: { minutes: 11, miles: 2.5 },
    });
    expect(nearest(snodland, dover)).toEqual({ site: snodland, drive: { minutes: 20, miles: 11.8 } });
  });

  it('is one whose drive is known rather than one where it is not', () => {
    expect(nearest(unknown, dover)).toEqual({ site: dover, drive: { minutes: 53, miles: 44.1 } });
    expect(nearest(dover, unknown)).toEqual({ site: dover, drive: { minutes: 53, miles: 44.1 } });
    expect(nearest(unknown)).toEqual({ site: unknown, drive: undefined });
  });

  it('is the one in the learner’s own place where two are equally near', () => {
    const border = site('ME7', 'west-kent');
    for (const sites of [
      [border, gillingham],
      [gillingham, border],
    ])
      expect(nearest(...sites)).toEqual({ site: gillingham, drive: { minutes: 11, miles: 2.5 } });
    const unknownElsewhere = site('ZZ2', 'east-kent');
    for (const sites of [
      [unknown, unknownElsewhere],
      [unknownElsewhere, unknown],
    ])
      expect(nearest(...sites).site).toEqual(unknown);
  });

  it('is the first where two are equally near and alike in place', () => {
    const rochester = site('ME1', 'medway-swale');
    expect(nearest(gillingham, rochester).site).toEqual(gillingham);
    expect(nearest(rochester, gillingham).site).toEqual(rochester);
    const [east, west] = [site('ME7', 'east-kent'), site('ME7', 'west-kent')];
    expect(nearest(east, west).site).toEqual(east);
    expect(nearest(west, east).site).toEqual(west);
  });

  it('is the learner’s own where somebody names none', () => {
    expect(nearest()).toEqual({ site: aRequest().site, drive: { minutes: 9, miles: 1.2 } });
  });
});

describe('the minutes that a learner would travel', () => {
  it('are as the request says', () => {
    expect(asked({ maxMinutes: 45, maxMiles: 1 }).maxMinutes).toBe(45);
  });

  it('are those to the outcode that takes longest within the miles of a request before version 0.3.0', () => {
    expect(asked({ maxMinutes: undefined, maxMiles: 10 }).maxMinutes).toBe(28);
    const whitstable = { outcode: 'CT5', town: 'Whitstable', place: 'east-kent' as const };
    expect(asked({ maxMinutes: undefined, maxMiles: 10, site: whitstable }).maxMinutes).toBe(40);
  });
});

describe('the weeks in common', () => {
  it('are whole weeks, counted for each availability', () => {
    const { weeksWith } = asked({ courseStart: '2027-02-01', courseEnd: '2027-02-28' });
    expect(weeksWith('2026-01-01', '9999-12-31')).toBe(4);
    expect(weeksWith('2027-02-02', '9999-12-31')).toBe(3);
    expect(weeksWith('2026-01-01', '2027-02-14')).toBe(2);
    expect(weeksWith('2027-03-01', '9999-12-31')).toBe(0);
    expect(weeksWith('2026-01-01', '9999-12-31')).toBe(4);
  });
});

describe('practitioners excluded from a seat', () => {
  it('are those asked for any seat of the request, with the outcome', () => {
    const tried = (practitionerId: string, outcome: 'declined' | 'lapsed') => ({
      practitionerId,
      outcome,
      at: NOW,
    });
    const seats = [
      aSeat({ tried: [tried('a', 'declined'), tried('b', 'lapsed')] }),
      aSeat({ id: 'seat2', tried: [tried('c', 'declined')] }),
    ];
    expect(asked({ seats }).tried).toEqual(
      new Map([
        ['a', 'declined'],
        ['b', 'lapsed'],
        ['c', 'declined'],
      ]),
    );
  });

  it('are those who hold or are asked for another seat, but not those who left it or have this one', () => {
    const seats = [
      aSeat({ state: 'offered', practitionerId: 'this-one' }),
      aSeat({ id: 'seat2', state: 'offered', practitionerId: 'asked' }),
      aSeat({ id: 'seat3', state: 'filled', practitionerId: 'holds' }),
      aSeat({ id: 'seat4' }),
    ];
    expect([...asked({ seats }).inOtherSeats]).toEqual(['asked', 'holds']);
  });
});
