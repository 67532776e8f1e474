import { describe, expect, test } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { bestCandidates } from '../../../shared/matching/best-candidates.ts';
import { type CandidatePool, scannedPool } from '../../../shared/matching/candidate-pool.ts';
import { indexedPool } from '../../../shared/matching/index/indexed-pool.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { tieBreak } from '../../../shared/matching/tie-break.ts';
import { aPractitioner, aRequest, TODAY } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';

/** Puts practitioners into a pool, and records which of their details are read after the pool was made. */
const watch = (
  people: readonly Practitioner[],
  poolOf: (people: readonly Practitioner[]) => CandidatePool,
) => {
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
  const pool = poolOf(watched);
  reads.length = 0;
  const whose = (detail: string) => [
    ...new Set(reads.flatMap(([id, read]) => (read === detail ? [id] : []))),
  ];
  return { pool, whose };
};
const person = (id: string, changes: Partial<Practitioner> = {}) =>
  aPractitioner({ id, email: `${id}@dpp.example`, registrationNumber: id, ...changes });
const sittingbourne = {
  sites: [{ outcode: 'ME10', town: 'Sittingbourne', place: 'medway-swale' as const }],
};

/** Seven similar practitioners, three who are paused and two with unusual hours. */
const crowd = () => [
  person('first'),
  ...Array.from({ length: 6 }, (_, index) => person(`same-${String(index)}`)),
  person('first-paused', { state: 'paused' }),
  ...Array.from({ length: 2 }, (_, index) => person(`paused-${String(index)}`, { state: 'paused' })),
  person('more-hours', { hoursPerWeek: 20 }),
  person('most-hours', { hoursPerWeek: 30 }),
];
const anyQuery = () => {
  const request = aRequest();
  return seatQueryOf(request, request.seats[0]!, policy, TODAY, noContext);
};

test('an indexed pool reads a detail once for all practitioners of whom it is the same', () => {
  const { pool, whose } = watch(crowd(), indexedPool);
  pool.candidates(anyQuery());
  expect(whose('state')).toEqual(['first', 'first-paused']);
  expect(whose('hoursPerWeek')).toEqual(['first', 'more-hours', 'most-hours']);
});

test('an indexed pool reads a detail that few practitioners share only of those who meet the other requirements', () => {
  const people = crowd().map((one, index) => ({ ...one, hoursPerWeek: 20 + index }));
  const { pool, whose } = watch(people, indexedPool);
  pool.candidates(anyQuery());
  expect(whose('hoursPerWeek')).not.toContain('first-paused');
  expect(whose('hoursPerWeek')).toContain('same-5');
});

describe('the search for the best', () => {
  const own = { organisation: { id: 'medway-pharmacy', name: 'Medway Pharmacy' } };
  const request = aRequest({ maxMinutes: 50 });
  const query = seatQueryOf(request, request.seats[0]!, policy, TODAY, noContext);
  const best = (pool: CandidatePool, most: number) =>
    bestCandidates(query, pool, most).candidates.map(({ practitioner }) => practitioner.id);

  test('computes the cost only of those who may still be among the best', () => {
    const people = [
      person('related', { leadArea: 'lipids', areas: ['lipids'] }),
      person('lists', { leadArea: 'pain' }),
      person('far', sittingbourne),
      person('perfect', own),
    ];
    const one = watch(people, scannedPool);
    expect(best(one.pool, 1)).toEqual(['perfect']);
    expect(one.whose('days')).toEqual(['perfect']);
    const two = watch(people, scannedPool);
    expect(best(two.pool, 2)).toEqual(['perfect', 'lists']);
    expect(two.whose('days')).toEqual(['perfect', 'lists']);
  });

  test('continues with those who cost no more than the last, because load, distance or the draw may favour them', () => {
    const [lucky, unlucky] = ['d1', 'd2'].toSorted(
      (x, y) => tieBreak(noContext.seed, request.id, x) - tieBreak(noContext.seed, request.id, y),
    );
    const twins = [unlucky!, lucky!].map((id) => person(id, own));
    expect(best(scannedPool(twins), 1)).toEqual([lucky]);
    expect(best(scannedPool(twins), 2)).toEqual([lucky, unlucky]);
  });
});
