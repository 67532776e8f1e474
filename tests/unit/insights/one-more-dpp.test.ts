import { describe, expect, it } from 'vitest';
import { oneMoreDpp } from '../../../shared/insights/one-more-dpp.ts';
import { publicOneMore } from '../../../shared/insights/public-one-more.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { aPractitioner, aRequest, aSeat, NOW, TODAY } from '../../support/builders.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const learners = (count: number, changes: Parameters<typeof aRequest>[0] = {}) =>
  Array.from({ length: count }, (_, n) =>
    aRequest({ id: `r${n}`, email: `r${n}@learner.example`, registrationNumber: `20${n}4321`, ...changes }),
  );
const where = (
  ...given: Parameters<typeof oneMoreDpp> extends [infer A, infer B, ...unknown[]] ? [A, B] : never
) => oneMoreDpp(given[0], given[1], policy, TODAY, kentAndMedway);
const row = (found: ReturnType<typeof where>, area: string) =>
  found.rows.find((one) => one.place === 'medway-swale' && one.area === area);

describe('where one more DPP would help', () => {
  it('is nowhere while today’s DPPs can take everybody', () =>
    expect(where(learners(1), [aPractitioner()])).toEqual({ waiting: 1, withoutPlace: 0, rows: [] }));

  it('is where learners have nobody at all', () => {
    const found = where(learners(3), []);
    expect(found.withoutPlace).toBe(3);
    expect(row(found, 'cardiovascular')).toMatchObject({
      nobodyNow: 3,
      couldTake: 3,
      placed: 2,
      town: 'Chatham',
    });
    expect(row(found, 'hiv')).toBeUndefined();
  });

  it('is also where learners compete for one DPP’s places, and helps only those who are too many', () => {
    const found = where(learners(3), [aPractitioner({ placesOffered: 2 })]);
    expect(found.withoutPlace).toBe(1);
    expect(row(found, 'cardiovascular')).toMatchObject({ nobodyNow: 0, couldTake: 3, placed: 1 });
  });

  it('is not in a place that is too far for the learners', () => {
    const found = where(learners(2), []);
    expect(found.rows.every(({ place }) => place === 'medway-swale')).toBe(true);
  });

  it('is not for those whose sign-off date has passed', () =>
    expect(where(learners(2, { signOffNeededBy: '2026-11-20' }), []).waiting).toBe(0));

  it('does not depend on who is being asked just now', () => {
    const pending = { offerId: 'o', from: '2027-02-01', to: '2027-07-31', holdsPlace: true };
    const asked = learners(3).map((request, n) =>
      n > 0
        ? request
        : { ...request, seats: [aSeat({ state: 'offered', offerId: 'o', practitionerId: 'dpp1' })] },
    );
    expect(where(asked, [aPractitioner({ pendingOffers: [pending] })])).toEqual(
      where(learners(3), [aPractitioner()]),
    );
  });

  it('lists the bottlenecks of recent rounds, by place and lead area', () => {
    const found = oneMoreDpp(learners(1), [aPractitioner()], policy, TODAY, kentAndMedway, [
      { id: 'dpp1', learners: 4 },
    ]);
    expect(found.rows).toMatchObject([
      { place: 'medway-swale', area: 'cardiovascular', inRounds: 4, placed: 0 },
    ]);
  });

  it('shows the public nothing that concerns 1 to 4 learners', () => {
    const meta = { licence: { name: 'x', url: 'y' }, generatedAt: NOW };
    const few = publicOneMore(where(learners(4), []), meta, kentAndMedway.geography);
    expect(few.rows).toEqual([]);
    expect(few.others).toBeGreaterThan(0);
    expect(few.withoutPlace).toBeNull();
    const many = publicOneMore(where(learners(6), [aPractitioner()]), meta, kentAndMedway.geography);
    expect(many.rows[0]).toMatchObject({ couldTake: 6, nobodyNow: 0 });
  });
});
