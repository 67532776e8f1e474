import { describe, expect, test } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { seatQueryOf, noContext } from '../../../shared/matching/query/seat-query.ts';
import { bestWithin } from '../../../shared/matching/index/best-candidates.ts';
import { practitionerIndexOf } from '../../../shared/matching/index/practitioner-index.ts';
import { eligibleAmong } from '../../../shared/matching/index/scan-index.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { tieBreak } from '../../../shared/matching/tie-break.ts';
import { aPractitioner, aRequest, TODAY, conflictWith } from '../../support/builders.ts';

/** People in columns that record which details are read, because reading few makes the search fast. */
const watch = (people: readonly Practitioner[]) => {
  const reads: (readonly [id: string, detail: string])[] = [];
  const watched = people.map(
    (one) =>
      new Proxy(one, {
        get: (target, detail): unknown => {
          reads.push([target.id, String(detail)]);
          return Reflect.get(target, detail);
        },
      }),
  );
  const columns = practitionerIndexOf(watched);
  reads.length = 0;
  const whose = (detail: string) => new Set(reads.flatMap(([id, read]) => (read === detail ? [id] : [])));
  return { columns, looked: () => [...new Set(reads.map(([id]) => id))], whose };
};
const person = (id: string, changes: Partial<Practitioner> = {}) =>
  aPractitioner({ id, email: `${id}@dpp.example`, registrationNumber: id, ...changes });
const at = (outcode: string, town: string, place: 'medway-swale' | 'dartford-gravesham-swanley') => ({
  sites: [{ outcode, town, place }],
});
const swanley = at('BR8', 'Swanley', 'dartford-gravesham-swanley');
const sittingbourne = at('ME10', 'Sittingbourne', 'medway-swale');
const used = { from: '2027-02-01', to: '2027-07-31' };

describe('practitioners whom the columns decide alone', () => {
  const looked = (people: readonly Practitioner[], asked: Partial<SupervisionRequest> = {}) => {
    const { columns, looked: seen } = watch(people);
    const request = aRequest({ maxMiles: 20, ...asked });
    eligibleAmong(columns, seatQueryOf(request, request.seats[0]!, policy, TODAY, noContext));
    return seen();
  };

  test('are not read in detail, whether they fit or miss what a column shows', () => {
    expect(
      looked([
        person('fits'),
        person('other-availability', { hoursPerWeek: 20 }),
        person('first-outcode', swanley),
        person('paused', { state: 'paused' }),
        person('no-place', { placesOffered: 0 }),
        person('asked-by-three', {
          placesOffered: 9,
          pendingOffers: ['a', 'b', 'c'].map((offerId) => ({ offerId, holdsPlace: false, ...used })),
        }),
      ]),
    ).toEqual([]);
  });

  test('are all except those whom the request may mention and those with a place taken or a value unknown', () => {
    expect(
      looked(
        [
          person('fits'),
          person('learner', { email: 'lee@learner.example' }),
          person('excluded'),
          person('two-sites', { sites: [...sittingbourne.sites, ...swanley.sites] }),
          person('asked-by-one', { pendingOffers: [{ offerId: 'o', holdsPlace: false, ...used }] }),
        ],
        { exclusions: [{ practitionerId: 'excluded', reason: 'test' }] },
      ),
    ).toEqual(['learner', 'excluded', 'two-sites', 'asked-by-one']);
  });

  test('are none when the learner declared a conflict, because its words may mean anybody', () => {
    expect(looked([person('a'), person('b')], { conflicts: [conflictWith('Bob')] })).toEqual(['a', 'b']);
  });
});

describe('the search for the best', () => {
  const own = { organisation: { id: 'medway-pharmacy', name: 'Medway Pharmacy' } };
  const request = aRequest({ maxMiles: 20 });
  const best = (columns: ReturnType<typeof practitionerIndexOf>, most: number) =>
    bestWithin(request, request.seats[0]!, columns, policy, TODAY, most).candidates.map(
      ({ practitioner }) => practitioner.id,
    );

  test('computes the cost only of those who may still be among the best', () => {
    const people = [
      person('related', { leadArea: 'lipids', areas: ['lipids'] }),
      person('lists', { leadArea: 'pain' }),
      person('far', sittingbourne),
      person('perfect', own),
    ];
    const one = watch(people);
    expect(best(one.columns, 1)).toEqual(['perfect']);
    expect([...one.whose('days')]).toEqual(['perfect']);
    const two = watch(people);
    expect(best(two.columns, 2)).toEqual(['perfect', 'lists']);
    expect([...two.whose('days')]).toEqual(['perfect', 'lists']);
  });

  test('continues with those who cost no more than the last, because load, distance or the draw may favour them', () => {
    const [lucky, unlucky] = ['d1', 'd2'].toSorted(
      (x, y) => tieBreak(noContext.seed, request.id, x) - tieBreak(noContext.seed, request.id, y),
    );
    const twins = [unlucky!, lucky!].map((id) => person(id, own));
    expect(best(practitionerIndexOf(twins), 1)).toEqual([lucky]);
    expect(best(practitionerIndexOf(twins), 2)).toEqual([lucky, unlucky]);
  });
});
