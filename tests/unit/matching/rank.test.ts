import { describe, expect, test } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { rank } from '../../../shared/matching/rank.ts';
import { tieBreak } from '../../../shared/matching/tie-break.ts';
import { aPractitioner, aRequest, TODAY } from '../../support/builders.ts';
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

describe('ranking', () => {
  test('cost decides, then load, then minutes, then the draw', () => {
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
      aPractitioner({ id: 'b', sites: site('DA4'), mode: 'mixed' }),
      aPractitioner({ id: 'c', sites: site('CT16'), mode: 'mixed' }),
      aPractitioner({ id: 'd', hoursPerWeek: 1 }),
      aPractitioner({ id: 'e', placesOffered: 0 }),
      aPractitioner({ id: 'f', leadArea: 'ophthalmology', areas: [] }),
      aPractitioner({ id: 'g', placesOffered: 0, hoursPerWeek: 1 }),
    ]);
    expect(nearMisses).toEqual([
      { change: 'travel-further', minutes: 5, count: 1 },
      { change: 'travel-further', minutes: 30, count: 2 },
      { change: 'accept-remote', count: 2 },
      { change: 'other-dates', count: 1 },
      { change: 'other-area', count: 1 },
      { change: 'wait-for-place', count: 1 },
    ]);
  });
});

test('the draw is a whole number below 2³² and differs from learner to learner', () => {
  const draws = Array.from({ length: 200 }, (_, index) => tieBreak('s', `l${index}`, 'd'));
  expect(draws.every((draw) => Number.isInteger(draw) && draw >= 0 && draw < 2 ** 32)).toBe(true);
  expect(new Set(draws).size).toBe(200);
});
