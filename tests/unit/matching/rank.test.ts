import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { noContext } from '../../../shared/matching/query/seat-query.ts';
import { judge } from '../../../shared/matching/judge.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { rank } from '../../../shared/matching/rank.ts';
import { tieBreak } from '../../../shared/matching/tie-break.ts';
import { clinicalAreaIds } from '../../../shared/reference/clinical-areas.ts';
import { outcodes } from '../../../shared/geography/outcodes.ts';
import { aPractitioner, aRequest, TODAY } from '../../support/builders.ts';

const request = aRequest();
const [seat] = request.seats;
const ranked = (practitioners: readonly Practitioner[], context = noContext) =>
  rank(request, seat!, practitioners, policy, TODAY, context);
const ids = (practitioners: readonly Practitioner[], context = noContext) =>
  ranked(practitioners, context).candidates.map(({ practitioner }) => practitioner.id);

const site = (outcode: string) => {
  const { town, place } = outcodes.find((row) => row.outcode === outcode)!;
  return [{ outcode, town, place }];
};

/** Any practitioner who may or may not fit. */
const anyPractitioner = fc
  .record({
    id: fc.string({ minLength: 1, maxLength: 8 }),
    outcode: fc.constantFrom(...outcodes.map(({ outcode }) => outcode)),
    state: fc.constantFrom('listed' as const, 'listed' as const, 'paused' as const),
    leadArea: fc.constantFrom(...clinicalAreaIds),
    placesOffered: fc.integer({ min: 0, max: 3 }),
    hoursPerWeek: fc.integer({ min: 0, max: 10 }),
    supervisedBefore: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ outcode, ...changes }) =>
    aPractitioner({
      ...changes,
      email: `${changes.id}@dpp.example`,
      registrationNumber: '',
      sites: site(outcode),
    }),
  );
const anyPeople = fc.uniqueArray(anyPractitioner, { maxLength: 30, selector: ({ id }) => id });

describe('ranking', () => {
  test('cost decides, then load, then distance, then the draw', () => {
    const cheap = aPractitioner({ id: 'cheap' });
    const dear = aPractitioner({ id: 'dear', setting: 'care-home' });
    expect(ids([dear, cheap])).toEqual(['cheap', 'dear']);
    const twins = ['x', 'y', 'z'].map((id) => aPractitioner({ id }));
    const drawn = twins
      .map(({ id }) => id)
      .toSorted((a, b) => tieBreak('s', 'req1', a) - tieBreak('s', 'req1', b));
    expect(ids(twins, { ...noContext, seed: 's' })).toEqual(drawn);
  });

  test('a pressure price steers away from scarce people, up to its cap, and is part of the cost', () => {
    const people = [aPractitioner({ id: 'scarce' }), aPractitioner({ id: 'other', setting: 'care-home' })];
    expect(ids(people, { ...noContext, prices: { scarce: 49 } })).toEqual(['scarce', 'other']);
    expect(ids(people, { ...noContext, prices: { scarce: 51 } })).toEqual(['other', 'scarce']);
    const { candidates } = ranked(people, { ...noContext, prices: { scarce: 9_999 } });
    const { cost, contributions } = candidates.find(({ practitioner }) => practitioner.id === 'scarce')!;
    expect(contributions.at(-1)).toMatchObject({ criterion: 'pressure', points: policy.pressureCap.value });
    expect(cost).toBe(contributions.reduce((sum, { points }) => sum + points, 0));
  });

  test('what one change would open is counted', () => {
    const { nearMisses } = ranked([
      aPractitioner({ id: 'b', sites: site('ME13'), mode: 'mixed' }),
      aPractitioner({ id: 'c', sites: site('CT16'), mode: 'mixed' }),
      aPractitioner({ id: 'd', hoursPerWeek: 1 }),
      aPractitioner({ id: 'e', placesOffered: 0 }),
      aPractitioner({ id: 'f', leadArea: 'ophthalmology', areas: [] }),
      aPractitioner({ id: 'g', placesOffered: 0, hoursPerWeek: 1 }),
    ]);
    expect(nearMisses).toEqual([
      { change: 'travel-further', miles: 10, count: 1 },
      { change: 'travel-further', miles: 40, count: 2 },
      { change: 'accept-remote', count: 2 },
      { change: 'other-dates', count: 1 },
      { change: 'other-area', count: 1 },
      { change: 'wait-for-place', count: 1 },
    ]);
  });

  test('the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(anyPeople, fc.func(fc.integer()), (people, key) => {
        const shuffled = people.toSorted((a, b) => key(a.id) - key(b.id));
        expect(ranked(shuffled)).toEqual(ranked(people));
      }),
    );
  });

  test('exactly the eligible are ranked, cheapest first, each at the sum of their contributions', () => {
    fc.assert(
      fc.property(anyPeople, (people) => {
        const { candidates } = ranked(people);
        const eligible = people.filter((one) => judge(request, seat!, one, policy, TODAY).eligible);
        expect(candidates.map(({ practitioner }) => practitioner.id).toSorted()).toEqual(
          eligible.map(({ id }) => id).toSorted(),
        );
        const costs = candidates.map(({ cost }) => cost);
        expect(costs).toEqual(costs.toSorted((a, b) => a - b));
        for (const { cost, contributions } of candidates)
          expect(cost).toBe(contributions.reduce((sum, { points }) => sum + points, 0));
      }),
    );
  });

  test('somebody more who can take the seat never changes the order of the others', () => {
    fc.assert(
      fc.property(anyPeople, anyPractitioner, (people, extra) => {
        const others = people.filter(({ id }) => id !== extra.id);
        expect(ids([...others, extra]).filter((id) => id !== extra.id)).toEqual(ids(others));
      }),
    );
  });
});

test('the draw is a whole number below 2³² and differs from learner to learner', () => {
  const draws = Array.from({ length: 200 }, (_, index) => tieBreak('s', `l${index}`, 'd'));
  expect(draws.every((draw) => Number.isInteger(draw) && draw >= 0 && draw < 2 ** 32)).toBe(true);
  expect(new Set(draws).size).toBe(200);
});
