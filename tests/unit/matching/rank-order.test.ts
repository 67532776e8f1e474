import { describe, expect, test } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { rank } from '../../../shared/matching/rank.ts';
import { tieBreak } from '../../../shared/matching/tie-break.ts';
import { aPractitioner, aRequest, TODAY } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';

const request = aRequest();
const ranked = (practitioners: readonly Practitioner[], context = noContext, own = policy) =>
  rank(request, request.seats[0]!, practitioners, own, TODAY, context).candidates;
const ids = (...given: Parameters<typeof ranked>) =>
  ranked(...given).map(({ practitioner }) => practitioner.id);

/** A weight of zero, for a policy in which travel and load give no points, so that later criteria decide. */
const free = { value: 0, reason: 'test' };
const costless = { ...policy, travelMinute: free, load: { values: [0] as const, reason: 'test' } };
const at = (outcode: string, town: string) => ({
  sites: [{ outcode, town, place: 'medway-swale' as const }],
});
const busy = {
  placesOffered: 2,
  commitments: [
    {
      matchId: 'm',
      requestId: 'r',
      seatId: 's',
      from: '2027-02-01',
      to: '2027-07-31',
      university: 'medway',
    },
  ],
};
/** Two ids. If both practitioners have the same points, the draw for `req1` ranks the first above the second. */
const [lucky, unlucky] = ['d1', 'd2'].toSorted(
  (a, b) => tieBreak(noContext.seed, request.id, a) - tieBreak(noContext.seed, request.id, b),
);

describe('among candidates of equal cost', () => {
  test('the one with fewer learners in the period comes first, even from further away and against the draw', () => {
    const far = aPractitioner({ id: unlucky!, ...at('ME10', 'Sittingbourne') });
    const near = aPractitioner({ id: lucky!, ...busy });
    expect(ids([near, far], noContext, costless)).toEqual([unlucky, lucky]);
    expect(ids([far, near], noContext, costless)).toEqual([unlucky, lucky]);
  });

  test('then the nearer one, even against the draw', () => {
    const far = aPractitioner({ id: lucky!, ...at('ME10', 'Sittingbourne') });
    const near = aPractitioner({ id: unlucky! });
    expect(ids([far, near], noContext, costless)).toEqual([unlucky, lucky]);
    expect(ids([near, far], noContext, costless)).toEqual([unlucky, lucky]);
  });

  test('then the draw decides, and another seed may decide otherwise', () => {
    const people = [unlucky!, lucky!].map((id) => aPractitioner({ id }));
    expect(ids(people)).toEqual([lucky, unlucky]);
    const firsts = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => ids(people, { ...noContext, seed })[0]);
    expect(new Set(firsts).size).toBe(2);
  });

  test('those equal in the draw are ordered by id, whatever the input order', () => {
    const [one, other] = ['ad524988', 'd4d9855d'].map((id) => aPractitioner({ id }));
    expect(tieBreak(noContext.seed, request.id, one!.id)).toBe(
      tieBreak(noContext.seed, request.id, other!.id),
    );
    expect(ids([one!, other!])).toEqual(['ad524988', 'd4d9855d']);
    expect(ids([other!, one!])).toEqual(['ad524988', 'd4d9855d']);
  });
});

describe('a price of recent rounds', () => {
  const pressure = (price: number) =>
    ranked([aPractitioner()], { ...noContext, prices: { dpp1: price } })[0]!.contributions.filter(
      ({ criterion }) => criterion === 'pressure',
    );

  test('is given in whole points, with the price behind it', () => {
    expect(pressure(12.4)).toEqual([{ criterion: 'pressure', points: 12, facts: { price: 12 } }]);
    expect(pressure(policy.pressureCap.value + 1)).toEqual([
      { criterion: 'pressure', points: policy.pressureCap.value, facts: { price: policy.pressureCap.value } },
    ]);
  });

  test('is left out where there is none', () => {
    expect(pressure(0)).toEqual([]);
    expect(pressure(0.4)).toEqual([]);
    expect(pressure(-40)).toEqual([]);
  });

  test('is added to what the pair costs anyway', () => {
    const [before] = ranked([aPractitioner()]);
    const [after] = ranked([aPractitioner()], { ...noContext, prices: { dpp1: 7 } });
    expect(after!.cost).toBe(before!.cost + 7);
    expect(after!.contributions.slice(0, -1)).toEqual(before!.contributions);
  });
});

test('a ranking holds the practitioner, cost and contributions of each candidate, and nothing else', () => {
  expect(Object.keys(ranked([aPractitioner()])[0]!)).toEqual(['practitioner', 'cost', 'contributions']);
});
