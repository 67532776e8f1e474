import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { judge } from '../../../shared/matching/judge.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { rank } from '../../../shared/matching/rank.ts';
import { clinicalAreaIds } from '../../../shared/reference/clinical-areas.ts';
import { aPractitioner, aRequest, TODAY } from '../../support/builders.ts';
import { cases } from '../../support/campaign.ts';
import { noContext } from '../../support/no-context.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const { outcodes } = kentAndMedway.geography;

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

/** Generates practitioners, eligible or not. */
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
  test('the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(anyPeople, fc.func(fc.integer()), (people, key) => {
        const shuffled = people.toSorted((a, b) => key(a.id) - key(b.id));
        expect(ranked(shuffled)).toEqual(ranked(people));
      }),
      { numRuns: cases(100) },
    );
  });

  test('exactly the eligible are ranked, cheapest first, each at the sum of their contributions', () => {
    fc.assert(
      fc.property(anyPeople, (people) => {
        const { candidates } = ranked(people);
        const eligible = people.filter(
          (one) => judge(request, seat!, one, policy, TODAY, noContext).eligible,
        );
        expect(candidates.map(({ practitioner }) => practitioner.id).toSorted()).toEqual(
          eligible.map(({ id }) => id).toSorted(),
        );
        const costs = candidates.map(({ cost }) => cost);
        expect(costs).toEqual(costs.toSorted((a, b) => a - b));
        for (const { cost, contributions } of candidates)
          expect(cost).toBe(contributions.reduce((sum, { points }) => sum + points, 0));
      }),
      { numRuns: cases(100) },
    );
  });

  test('one more candidate never changes the order of the others', () => {
    fc.assert(
      fc.property(anyPeople, anyPractitioner, (people, extra) => {
        const others = people.filter(({ id }) => id !== extra.id);
        expect(ids([...others, extra]).filter((id) => id !== extra.id)).toEqual(ids(others));
      }),
      { numRuns: cases(100) },
    );
  });
});
