import { describe, expect, test } from 'vitest';
import { intAt, itemAt, numberAt } from '../../../shared/allocation/checked-access.ts';
import { allUpTo, sortedBy } from '../../../shared/allocation/counting-sort.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { buildPairTable, maxTotalCost, findPair } from '../../../shared/allocation/pair-table.ts';
import { chanceFrom } from '../../support/allocation/seeded.ts';

describe('sorting by a key', () => {
  test('puts elements by key, and equal ones in the order in which they came', () => {
    const { order, first } = sortedBy(Int32Array.of(2, 0, 2, 1, 0), 4, Int32Array.of(4, 3, 2, 1, 0));
    expect([...order]).toEqual([4, 1, 3, 2, 0]);
    expect([...first]).toEqual([0, 2, 3, 5, 5]);
  });

  test('may be of some elements only, or of none', () => {
    const { order, first } = sortedBy(Int32Array.of(1, 1, 0), 2, Int32Array.of(0));
    expect([...order]).toEqual([0]);
    expect([...first]).toEqual([0, 0, 1]);
    expect([...sortedBy(Int32Array.of(), 1, Int32Array.of()).first]).toEqual([0, 0]);
  });

  test('begins with 0, 1, 2', () => {
    expect([...allUpTo(3)]).toEqual([0, 1, 2]);
    expect([...allUpTo(0)]).toEqual([]);
  });
});

describe('reading an element that is not there', () => {
  test('is a surprise', () => {
    expect(() => intAt(Int32Array.of(1), 1)).toThrow('no element 1');
    expect(() => numberAt(Float64Array.of(1), -1)).toThrow('no element -1');
    expect(() => itemAt(['a'], 2)).toThrow('no element 2');
    expect([intAt(Int32Array.of(7), 0), numberAt(Float64Array.of(0.5), 0), itemAt(['a'], 0)]).toEqual([
      7,
      0.5,
      'a',
    ]);
  });
});

const nothing: Instance = {
  seed: 's',
  learners: [],
  practitioners: [],
  groups: [],
  limits: [],
  pairs: [],
  pinned: [],
};
const table = (
  learners: number,
  practitioners: number,
  rows: readonly (readonly [number, number, number])[],
) =>
  buildPairTable(
    {
      ...nothing,
      pairs: rows.map(([learner, practitioner, cost]) => ({
        learner: `l${learner}`,
        practitioner: `d${practitioner}`,
        cost,
      })),
    },
    new Map(Array.from({ length: learners }, (_, n) => [`l${n}`, n])),
    new Map(Array.from({ length: practitioners }, (_, n) => [`d${n}`, n])),
  );
const built = (...given: Parameters<typeof table>) => {
  const result = table(...given);
  if (!result.ok) throw new Error(`${result.refusal.field}: ${result.refusal.problem}`);
  return result.value;
};

describe('the table of pairs', () => {
  test('is in order of learner, cost and practitioner', () => {
    const pairs = built(3, 3, [
      [2, 1, 5],
      [0, 2, 7],
      [2, 0, 5],
      [0, 0, 9],
      [2, 2, 1],
    ]);
    expect([...pairs.first]).toEqual([0, 2, 2, 5]);
    expect([...pairs.learner]).toEqual([0, 0, 2, 2, 2]);
    expect([...pairs.practitioner]).toEqual([2, 0, 2, 0, 1]);
    expect([...pairs.cost]).toEqual([7, 9, 1, 5, 5]);
  });

  test.each([3, 64, 65, 130])('is so for a learner with %s pairs', (count) => {
    const { between, shuffled } = chanceFrom(count);
    const own = Array.from({ length: count }, (_, n) => [1, n, between(0, 9)] as const);
    const pairs = built(2, count, [...shuffled(own), [0, 0, 3]]);
    const sorted = own.toSorted((a, b) => a[2] - b[2] || a[1] - b[1]);
    expect([...pairs.practitioner]).toEqual([0, ...sorted.map(([, practitioner]) => practitioner)]);
    expect([...pairs.cost]).toEqual([3, ...sorted.map(([, , cost]) => cost)]);
  });

  test('finds a pair, or says that there is none', () => {
    const pairs = built(3, 3, [
      [0, 2, 7],
      [2, 1, 5],
      [2, 0, 6],
    ]);
    expect(findPair(pairs, 0, 2)).toBe(0);
    expect(findPair(pairs, 2, 0)).toBe(2);
    expect(findPair(pairs, 0, 1)).toBe(-1);
    expect(findPair(pairs, 1, 2)).toBe(-1);
  });

  test('knows the dearest pair of each learner', () => {
    expect(
      maxTotalCost(
        built(3, 2, [
          [0, 0, 7],
          [0, 1, 9],
          [2, 1, 5],
        ]),
      ),
    ).toBe(14);
    expect(maxTotalCost(built(1, 1, []))).toBe(0);
  });

  const problem = (...given: Parameters<typeof table>): string => {
    const result = table(...given);
    return result.ok ? 'accepted' : `${result.refusal.field}: ${result.refusal.problem}`;
  };

  test('refuses a pair that is given twice, naming the first row that repeats another', () => {
    const rows = [
      [0, 1, 5],
      [1, 1, 5],
      [1, 0, 5],
      [1, 1, 2],
      [0, 1, 9],
    ] as const;
    expect(problem(2, 2, rows)).toBe('pairs[3]: the pair of "l1" and "d1" is given twice');
    expect(problem(2, 2, rows.slice(0, 3))).toBe('accepted');
    expect(problem(2, 2, [rows[4], rows[0], rows[1]])).toBe(
      'pairs[1]: the pair of "l0" and "d1" is given twice',
    );
    expect(
      problem(1, 1, [
        [0, 0, 5],
        [0, 0, 5],
        [0, 0, 5],
      ]),
    ).toBe('pairs[1]: the pair of "l0" and "d0" is given twice');
  });

  test('refuses unknown ids, the learner first', () => {
    expect(
      problem(1, 1, [
        [0, 0, 1],
        [1, 1, 1],
      ]),
    ).toBe('pairs[1].learner: there is no learner "l1"');
    expect(problem(1, 1, [[0, 1, 1]])).toBe('pairs[0].practitioner: there is no practitioner "d1"');
    expect(
      problem(2, 1, [
        [1, 0, 1],
        [7, 0, 1],
        [7, 0, 1],
      ]),
    ).toBe('pairs[1].learner: there is no learner "l7"');
  });
});
