import { beforeAll, describe, expect, test } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate.ts';
import type { Allocation } from '../../../shared/allocation/allocation.ts';
import { verify } from '../../../shared/allocation/verify.ts';
import { intake } from '../../support/allocation/intake.ts';

const base = intake(4, { learners: 60, supply: 0.9, eligible: 6, worstBandOver: 150 });
const first = allocate(base);
const instance = {
  ...base,
  pinned: first.ok
    ? first.value.assignments.slice(0, 2).map(({ learner, practitioner }) => ({ learner, practitioner }))
    : [],
};
let right: Allocation;
beforeAll(() => {
  const result = allocate(instance);
  if (result.ok) right = result.value;
});

const found = (change: (allocation: Allocation) => void): string[] => {
  const copy = structuredClone(right);
  change(copy);
  return verify(instance, copy).map(({ field }) => field.replace(/\[\d+\]/, ''));
};

describe('the verifier finds', () => {
  test('nothing in a right allocation', () => expect(verify(instance, right)).toEqual([]));

  test.each<[string, string, (allocation: Allocation) => void]>([
    [
      'a pair that is not eligible',
      'assignments',
      ({ assignments }) => (assignments[3]!.practitioner = 'nobody'),
    ],
    ['a cost that is not the pair’s', 'assignments.cost', ({ assignments }) => (assignments[3]!.cost += 1)],
    ['a learner named twice', 'assignments', ({ assignments }) => assignments.push(assignments[0]!)],
    ['a learner left out', 'assignments', ({ assignments }) => assignments.pop()],
    ['a total that does not add up', 'objective.totalCost', ({ objective }) => (objective.totalCost -= 1)],
    [
      'a worst band that does not add up',
      'objective.worstBand',
      ({ objective }) => (objective.worstBand += 1),
    ],
    ['a draw that does not add up', 'objective.tieBreak', ({ objective }) => (objective.tieBreak += 1)],
    [
      'a price that has been lowered',
      'certificate.prices',
      ({ certificate }) => {
        const dear = certificate.prices.find(({ priority }) => priority > 0);
        dear!.priority = 0;
      },
    ],
    [
      'a price that has been left out',
      'certificate.prices',
      ({ certificate }) => certificate.prices.splice(0, 3),
    ],
    [
      'a price for somebody unknown',
      'certificate.prices.id',
      ({ certificate }) => (certificate.prices[0]!.id = 'nobody'),
    ],
    [
      'a worst band that weighs too little',
      'certificate.worstBandWeight',
      ({ certificate }) => (certificate.worstBandWeight = 10),
    ],
    [
      'a competitor too many',
      'unplaced',
      ({ unplaced: [one, other] }) => (one!.competitors = [...one!.competitors, other!.learner]),
    ],
    [
      'a competitor too few',
      'unplaced',
      ({ unplaced: [one] }) => (one!.competitors = one!.competitors.slice(1)),
    ],
    [
      'a bottleneck too few',
      'unplaced',
      ({ unplaced: [one] }) => (one!.bottlenecks = one!.bottlenecks.slice(1)),
    ],
    ['the wrong reason', 'unplaced', ({ unplaced }) => (unplaced[0]!.reason = 'no-eligible-practitioner')],
  ])('%s', (_, field, change) => expect(found(change)).toContain(field));

  test('a place given to somebody later in the order', () => {
    const waiting = right.unplaced.find(({ competitors }) => competitors.length > 0)!;
    const pair = instance.pairs.find(({ learner }) => learner === waiting.learner)!;
    const changed = found((allocation) => {
      const index = allocation.assignments.findIndex(
        ({ practitioner }) => practitioner === pair.practitioner,
      );
      allocation.assignments.splice(index, 1, pair);
    });
    expect(changed).toContain('certificate.prices');
  });

  test('a pinned pair that was not kept', () => {
    const changed = found(({ assignments }) => {
      const index = assignments.findIndex(({ learner }) => learner === instance.pinned[0]!.learner);
      assignments.splice(index, 1);
    });
    expect(changed).toContain('assignments');
  });
});
