import { describe, expect, it } from 'vitest';
import { hostingBalances } from '../../../shared/insights/hosting-balances.ts';
import { ledgerHistoryOf } from '../../../shared/matches/ledger.ts';
import type { Match } from '../../../shared/matches/match.ts';
import { aMatch } from '../../support/builders.ts';

const pharmacy = { id: 'medway-pharmacy', name: 'Medway Pharmacy' };
const surgery = { id: 'harbour-surgery', name: 'Harbour Surgery' };

const told = (matches: readonly Match[]) => hostingBalances(matches.flatMap(ledgerHistoryOf));

describe('the balance of hosting', () => {
  it('counts a learner as given by the host and taken by the home', () => {
    expect(told([aMatch()])).toEqual([
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
    expect(told(seats)[0]).toMatchObject({ hosted: 1, hostedHours: 90 });
  });

  it('counts nothing where home and host are the same', () => {
    expect(told([aMatch({ home: surgery })])).toMatchObject([{ hosted: 0, placed: 0, own: 1 }]);
  });

  it('leaves out what was undone, and keeps the hours given before an early end', () => {
    expect(told([aMatch({ state: 'undone', endedAt: '2026-11-21T08:30:00.000Z' })])).toEqual([]);
    const early = aMatch({ state: 'ended-early', endedAt: '2027-05-03T09:00:00.000Z' });
    expect(told([early])[0]).toMatchObject({ hosted: 1, hostedHours: 45 });
    expect(told([{ ...early, endedAt: '2027-01-03T09:00:00.000Z' }])).toEqual([]);
  });

  it('is the same from one organisation’s own book as from everybody’s', () => {
    const book = ledgerHistoryOf(aMatch());
    const own = book.filter(({ organisation }) => organisation.id === pharmacy.id);
    expect(own).toHaveLength(1);
    expect(hostingBalances(own)).toEqual(hostingBalances(book));
  });
});
