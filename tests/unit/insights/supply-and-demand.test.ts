import { describe, expect, it } from 'vitest';
import { supplyAndDemand } from '../../../shared/insights/supply-and-demand.ts';
import { requestStates } from '../../../shared/requests/request.ts';
import { aPractitioner, aRequest, TODAY } from '../../support/builders.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const of = (list: readonly { readonly id: string }[], id: string) => list.find((row) => row.id === id);

const commitment = {
  matchId: 'm1',
  requestId: 'r1',
  seatId: 'seat1',
  from: '2027-02-01',
  to: '2027-07-31',
  university: 'medway',
};

describe('supply and demand', () => {
  it('counts places offered, taken and free, and learners waiting, under each heading', () => {
    const figures = supplyAndDemand(
      [aPractitioner({ placesOffered: 2, commitments: [commitment] }), aPractitioner({ id: 'dpp2' })],
      [aRequest(), aRequest({ id: 'req2', leadArea: 'pain', profession: 'nurse' })],
      TODAY,
      kentAndMedway,
    );
    const supply = { dpps: 2, offered: 3, taken: 1, free: 2 };
    expect(figures.totals).toMatchObject({ ...supply, waiting: 2 });
    expect(of(figures.byPlace, 'medway-swale')).toMatchObject({ ...supply, waiting: 2 });
    expect(of(figures.byArea, 'cardiovascular')).toMatchObject({ ...supply, waiting: 1 });
    expect(of(figures.byArea, 'pain')).toMatchObject({ dpps: 0, free: 0, waiting: 1 });
    expect(of(figures.byProfession, 'nurse')).toMatchObject({ ...supply, waiting: 1 });
    expect(of(figures.byDppProfession, 'pharmacist')).toMatchObject({ ...supply, waiting: 0 });
  });

  it('counts nobody who is not in the directory', () => {
    const stale = aPractitioner({ confirmedAt: '2026-01-01T09:00:00.000Z' });
    const { totals } = supplyAndDemand([stale, aPractitioner({ state: 'paused' })], [], TODAY, kentAndMedway);
    expect(totals).toMatchObject({ dpps: 0, offered: 0 });
  });

  it.each(requestStates.filter((state) => state !== 'erased'))(
    'counts a learner whose request is %s as waiting only when that is open',
    (state) => {
      expect(supplyAndDemand([], [aRequest({ state })], TODAY, kentAndMedway).totals.waiting).toBe(
        state === 'open' ? 1 : 0,
      );
    },
  );
});
