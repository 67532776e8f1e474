import { describe, expect, it } from 'vitest';
import { bottlenecksOf } from '../../../shared/rounds/bottlenecks.ts';

const seat = (...bottlenecks: string[]) => ({ bottlenecks });

describe('the bottlenecks of a round', () => {
  it('are listed once each, with the learners whom one more place would concern', () => {
    expect(bottlenecksOf([seat('d1'), seat('d1', 'd2'), seat()])).toEqual([
      { id: 'd1', kind: 'practitioner', learners: 2 },
      { id: 'd2', kind: 'practitioner', learners: 1 },
    ]);
  });

  it('are a DPP, a place, an organisation or the whole round, by the prefix of the id', () => {
    const kinds = bottlenecksOf([
      seat('system', 'place:east-kent', 'organisation:trust', 'd-place:', 'system1'),
    ]);
    expect(Object.fromEntries(kinds.map(({ id, kind }) => [id, kind]))).toEqual({
      system: 'system',
      'place:east-kent': 'place',
      'organisation:trust': 'organisation',
      'd-place:': 'practitioner',
      system1: 'practitioner',
    });
  });

  it('are ordered by the number of learners concerned, then by id', () => {
    const listed = bottlenecksOf([seat('a', 'c', 'd', 'b'), seat('c'), seat('d'), seat('b')]);
    expect(listed.map(({ id }) => id)).toEqual(['b', 'c', 'd', 'a']);
  });
});
