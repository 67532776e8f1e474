import { describe, expect, it } from 'vitest';
import { availabilityOf } from '../../../shared/directory/availability.ts';
import { countPlaces } from '../../../shared/capacity/free-places.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { aPractitioner, TODAY } from '../../support/builders.ts';

const learning = (from: string, to: string, id = from) => ({
  matchId: `match-${id}`,
  requestId: `request-${id}`,
  seatId: 'seat1',
  university: 'medway',
  from,
  to,
});

const availability = (changes: Partial<Practitioner>) => availabilityOf(aPractitioner(changes), TODAY);

describe('a DPP’s availability', () => {
  it('is "has places" from today while a place is free for half a year', () => {
    expect(availability({})).toEqual({ id: 'has-places', from: TODAY });
  });

  it('is gone as soon as the only place is agreed for a course that starts soon', () => {
    expect(availability({ commitments: [learning('2027-02-01', '2027-07-31')] })).toEqual({
      id: 'not-now',
      from: '2027-08-01',
    });
  });

  it('stays "has places" when the only agreed learner starts after the next half year', () => {
    expect(availability({ commitments: [learning('2027-09-01', '2028-02-28')] }).id).toBe('has-places');
  });

  it('is "may have places" when all are taken and next year is a yes or a maybe', () => {
    const commitments = [learning('2027-02-01', '2027-07-31')];
    expect(availability({ commitments, nextYear: 'maybe' }).id).toBe('may-have-places');
    expect(availability({ commitments, nextYear: 'yes' }).id).toBe('may-have-places');
    expect(availability({ commitments, nextYear: 'no' }).id).toBe('not-now');
  });

  it('does not count a place that a round’s offer holds', () => {
    const held = { offerId: 'o1', from: '2027-01-01', to: '2027-05-31', holdsPlace: true };
    expect(availability({ pendingOffers: [held] }).id).toBe('not-now');
    expect(availability({ pendingOffers: [{ ...held, holdsPlace: false }] }).id).toBe('has-places');
  });

  it('starts on the day given by the DPP', () => {
    expect(availability({ availableFrom: '2027-03-01' })).toEqual({ id: 'has-places', from: '2027-03-01' });
    expect(availability({ availableFrom: '2028-03-01' }).id).toBe('not-now');
  });

  it('is "none", without a date, for a DPP who offers no place or stops within four weeks', () => {
    expect(availability({ placesOffered: 0 })).toEqual({ id: 'not-now' });
    expect(availability({ availableTo: '2026-12-10' })).toEqual({ id: 'not-now' });
    expect(availability({ availableTo: '2026-11-01' })).toEqual({ id: 'not-now' });
  });
});

describe('the count of a DPP’s places', () => {
  it('lets two learners whose days do not overlap use one place', () => {
    const commitments = [learning('2026-12-01', '2027-01-31'), learning('2027-02-01', '2027-04-30')];
    expect(countPlaces(aPractitioner({ placesOffered: 2, commitments }), TODAY)).toEqual({
      offered: 2,
      taken: 1,
      free: 1,
    });
  });

  it('never falls below none free after the number was lowered', () => {
    const commitments = [
      learning('2026-12-01', '2027-03-31', 'a'),
      learning('2026-12-01', '2027-03-31', 'b'),
    ];
    expect(countPlaces(aPractitioner({ placesOffered: 1, commitments }), TODAY)).toEqual({
      offered: 1,
      taken: 2,
      free: 0,
    });
  });

  it('is none for a DPP who stops within four weeks', () => {
    expect(countPlaces(aPractitioner({ availableTo: '2026-12-01' }), TODAY).offered).toBe(0);
  });
});
