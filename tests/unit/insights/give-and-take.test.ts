import { describe, expect, it } from 'vitest';
import { giveAndTake } from '../../../shared/insights/give-and-take.ts';
import { aMatch } from '../../support/builders.ts';

const pharmacy = { id: 'medway-pharmacy', name: 'Medway Pharmacy' };
const surgery = { id: 'harbour-surgery', name: 'Harbour Surgery' };

describe('give and take between organisations', () => {
  it('counts a learner as given by the host and taken by the home', () => {
    expect(giveAndTake([aMatch()])).toEqual([
      {
        organisationId: surgery.id,
        name: surgery.name,
        hosted: 1,
        hostedHours: 90,
        placed: 0,
        placedHours: 0,
        own: 0,
      },
      {
        organisationId: pharmacy.id,
        name: pharmacy.name,
        hosted: 0,
        hostedHours: 0,
        placed: 1,
        placedHours: 90,
        own: 0,
      },
    ]);
  });

  it('counts a learner with two supervisors once, and both their hours', () => {
    const seats = [aMatch({ hours: 50 }), aMatch({ id: 'match2', seatId: 'seat2', hours: 40 })];
    expect(giveAndTake(seats)[0]).toMatchObject({ hosted: 1, hostedHours: 90 });
  });

  it('is neither where home and host are the same', () => {
    expect(giveAndTake([aMatch({ home: surgery })])).toMatchObject([{ hosted: 0, placed: 0, own: 1 }]);
  });

  it('forgets what was undone or cut short', () => {
    expect(giveAndTake([aMatch({ state: 'undone' }), aMatch({ state: 'ended-early' })])).toEqual([]);
  });
});
