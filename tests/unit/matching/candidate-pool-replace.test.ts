import { describe, expect, test } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { bestCandidates } from '../../../shared/matching/best-candidates.ts';
import { scannedPool } from '../../../shared/matching/candidate-pool.ts';
import { indexedPool } from '../../../shared/matching/index/indexed-pool.ts';
import { seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { rank } from '../../../shared/matching/rank.ts';
import { aPractitioner, aRequest, TODAY } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';

const people = ['a', 'b', 'c'].map((id) =>
  aPractitioner({ id, email: `${id}@dpp.example`, registrationNumber: id }),
);
const [a, b, c] = people;
const request = aRequest();
const query = seatQueryOf(request, request.seats[0]!, policy, TODAY, noContext);

describe.each([
  ['scanned', scannedPool],
  ['indexed', indexedPool],
])('a pool that is %s', (_, poolOf) => {
  const found = (...changed: readonly Practitioner[]): readonly Practitioner[] => {
    const pool = poolOf(people);
    for (const one of changed) pool.replace(one);
    return pool.candidates(query);
  };
  const ids = (...changed: readonly Practitioner[]) => found(...changed).map(({ id }) => id);

  test('judges a replaced practitioner by the new values, and everybody else as before', () => {
    expect(ids()).toEqual(['a', 'b', 'c']);
    expect(ids({ ...a!, state: 'paused' })).toEqual(['b', 'c']);
    expect(ids({ ...b!, placesOffered: 0 })).toEqual(['a', 'c']);
    expect(ids({ ...c!, hoursPerWeek: 1 })).toEqual(['a', 'b']);
    expect(ids({ ...c!, hoursPerWeek: 1 }, c!)).toEqual(['a', 'b', 'c']);
  });

  test('returns the replaced practitioner, so that costs follow from the new values', () => {
    const moved = { ...b!, setting: 'hospice' as const };
    expect(found(moved)).toEqual([a, moved, c]);
  });

  test('recognises the learner by the new address, however often it is replaced', () => {
    const moved = { ...b!, email: 'lee@learner.example' };
    expect(ids(moved)).toEqual(['a', 'c']);
    expect(ids(moved, moved, moved)).toEqual(['a', 'c']);
    expect(ids(moved, { ...c!, email: moved.email }, moved)).toEqual(['a']);
    expect(ids(moved, { ...moved, email: 'new@dpp.example' })).toEqual(['a', 'b', 'c']);
  });

  test('ignores the replacement of a stranger', () => {
    expect(found({ ...a!, id: 'stranger', state: 'paused' })).toEqual(people);
  });

  test('leaves the practitioners it was made of as they were', () => {
    const own = [...people];
    poolOf(own).replace({ ...a!, state: 'paused' });
    expect(own).toEqual(people);
  });

  test('of nobody finds nobody', () => {
    expect(poolOf([]).candidates(query)).toEqual([]);
  });

  test('holds people without a site too: they count as being where the learner is', () => {
    const without = [{ ...a!, sites: [] }, b!];
    const all = rank(request, request.seats[0]!, without, policy, TODAY, noContext).candidates;
    expect(all.map(({ practitioner }) => practitioner.id)).toEqual(['a', 'b']);
    expect(bestCandidates(query, poolOf(without), Infinity).candidates).toEqual(all);
  });

  test('distinguishes people who give different places for the same outcode', () => {
    const at = (place: 'medway-swale' | 'west-kent' | 'east-kent') => ({
      sites: [{ outcode: 'ME7', town: 'Gillingham', place }],
    });
    const border = [
      { ...a!, ...at('west-kent') },
      { ...b!, ...at('medway-swale') },
      { ...c!, ...at('east-kent') },
    ];
    for (const order of [border, border.toReversed()])
      for (const most of [1, 2, 3])
        expect(bestCandidates(query, poolOf(order), most).candidates).toEqual(
          rank(request, request.seats[0]!, order, policy, TODAY, noContext).candidates.slice(0, most),
        );
  });
});
