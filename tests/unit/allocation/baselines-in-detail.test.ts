import { describe, expect, test } from 'vitest';
import { allocateByDeferredAcceptance } from '../../../shared/allocation/deferred-acceptance.ts';
import { allocateFirstCome } from '../../../shared/allocation/first-come.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { county } from '../../support/allocation/county.ts';

const firstCome = (instance: Instance, arrival?: readonly string[]) => {
  const result = allocateFirstCome(instance, arrival);
  if (!result.ok) throw new Error(result.refusal.problem);
  return result.value;
};
const deferred = (instance: Instance) => {
  const result = allocateByDeferredAcceptance(instance);
  if (!result.ok) throw new Error(result.refusal.problem);
  return result.value;
};
const places = ({ assignments }: ReturnType<typeof deferred>) =>
  Object.fromEntries(assignments.map(({ learner, practitioner }) => [learner, practitioner]));
const twice: Instance = { ...county, learners: [...county.learners, { id: 'ann', priority: 1 }] };
const pinned = [{ learner: 'dan', practitioner: 'far' }];

describe('first come, first served', () => {
  test('gives each in turn the cheapest place that is left, load included, and counts as the optimum does', () => {
    // At `near`, Ann costs 10 plus a load penalty of 10, and Bob 20 plus a load penalty of 40. They take the
    // clinic's two places. Cat costs 8 at `far` and takes the last of the town's three places.
    const told = firstCome(county);
    expect(told.assignments).toEqual([
      { learner: 'ann', practitioner: 'near', cost: 10 },
      { learner: 'bob', practitioner: 'near', cost: 20 },
      { learner: 'cat', practitioner: 'far', cost: 8 },
    ]);
    expect(told).toMatchObject({ placed: 3, worstBand: 0, totalCost: 10 + 10 + 20 + 40 + 8 });
  });

  test('serves in the order of arrival, then the others in the order of the instance', () => {
    expect(places(firstCome(county, ['fay', 'zoe', 'fay']))).toEqual({
      fay: 'side',
      ann: 'near',
      bob: 'away',
      cat: 'far',
    });
    const told = firstCome({ ...county, learners: county.learners.toReversed() }, ['bob']);
    expect(places(told)).toEqual({ bob: 'near', fay: 'side', dan: 'far' });
  });

  test('puts somebody in the worst band where nothing else is left', () => {
    const told = firstCome(county, ['ann', 'cat', 'dan', 'bob']);
    expect(places(told)).toEqual({ ann: 'near', bob: 'away', cat: 'far', dan: 'far' });
    expect(told).toMatchObject({ placed: 4, worstBand: 1, totalCost: 10 + 10 + 8 + 1 + 300 });
    expect(firstCome({ ...county, worstBandOver: 300 }, ['ann', 'cat', 'dan', 'bob']).worstBand).toBe(0);
  });

  test('takes the first of those that cost the same', () => {
    const pairs = ['far', 'side'].map((practitioner) => ({ learner: 'fay', practitioner, cost: 5 }));
    expect(places(firstCome({ ...county, pairs }))).toEqual({ fay: 'far' });
  });

  test('leaves pinned learners where they are, with their place taken from the start', () => {
    const small = county.practitioners.map((one) => (one.id === 'far' ? { ...one, capacity: 1 } : one));
    const told = firstCome({ ...county, practitioners: small, pinned }, ['cat', 'dan']);
    expect(places(told)).toEqual({ dan: 'far', cat: 'near', ann: 'near', bob: 'away' });
  });

  test('counts a pinned learner once, also where they would have come first anyway', () => {
    const told = firstCome({ ...county, pinned: [{ learner: 'ann', practitioner: 'near' }] });
    expect(places(told)).toEqual({ ann: 'near', bob: 'near', cat: 'far' });
    expect(firstCome(county, [])).toEqual(firstCome(county));
  });

  test('is refused when the instance is refused', () => {
    expect(allocateFirstCome(twice)).toMatchObject({ ok: false, refusal: { field: 'learners[6].id' } });
  });
});

describe('deferred acceptance', () => {
  test('lets the dearest pair give way at a quota, and its learner ask elsewhere', () => {
    // The clinic keeps its two cheapest learners. The town keeps its three cheapest: Cat at a cost of 5, Fay and
    // Dan at 1 each. The clinic rejects Ann, who then applies to `far` but is the most expensive in the town.
    const told = deferred(county);
    expect(told.assignments.every(({ cost }) => cost <= 300)).toBe(true);
    expect(told.assignments.filter(({ practitioner }) => practitioner !== 'away')).toHaveLength(3);
    expect(places(told)).toMatchObject({ bob: 'away', cat: 'near', dan: 'far', fay: 'near' });
    expect(told).toMatchObject({ placed: 4, worstBand: 1, totalCost: 5 + 1 + 1 + 300 + 10 + 40 });
  });

  test('leaves pinned learners where they are, whatever they cost', () => {
    const told = deferred({ ...county, pinned: [{ learner: 'ann', practitioner: 'far' }] });
    expect(places(told)).toMatchObject({ ann: 'far' });
    expect(told.assignments.filter(({ practitioner }) => practitioner !== 'away')).toHaveLength(3);
  });

  test('terminates when a pinned place is full', () => {
    const small = county.practitioners.map((one) => (one.id === 'far' ? { ...one, capacity: 1 } : one));
    const told = deferred({
      ...county,
      practitioners: small,
      pinned: [{ learner: 'ann', practitioner: 'far' }],
    });
    expect(places(told)).toMatchObject({ ann: 'far', bob: 'away' });
  });

  test('settles what costs the same by the draw', () => {
    const pairs = ['ann', 'bob', 'cat'].map((learner) => ({ learner, practitioner: 'side', cost: 5 }));
    const ids = ['s1', 's2', 's3', 's4', 's5', 's6'].map((seed) =>
      Object.keys(places(deferred({ ...county, seed, pairs }))),
    );
    for (const one of ids) expect(one).toHaveLength(1);
    expect(new Set(ids.flat()).size).toBeGreaterThan(1);
  });

  test('is refused when the instance is refused', () => {
    expect(allocateByDeferredAcceptance(twice)).toMatchObject({
      ok: false,
      refusal: { field: 'learners[6].id' },
    });
  });
});
