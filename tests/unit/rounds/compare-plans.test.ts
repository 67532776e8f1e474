import { describe, expect, it } from 'vitest';
import { comparePlans } from '../../../shared/rounds/compare-plans.ts';
import { anAssignment, aPlan } from '../../support/rounds/plan-parts.ts';

const given = (id: string, practitionerId: string) =>
  anAssignment({ requestId: id, seatId: `${id}-1`, practitionerId });

describe('two plans of one round', () => {
  it('differ in the seats that go to somebody else, to nobody any more, or to somebody at last', () => {
    const before = aPlan({ assignments: [given('c', 'd3'), given('b', 'd2'), given('a', 'd1')] });
    const after = aPlan({ assignments: [given('e', 'd2'), given('b', 'd3'), given('a', 'd1')] });
    expect(comparePlans(before, after).changes).toEqual([
      { requestId: 'b', seatId: 'b-1', before: 'd2', after: 'd3' },
      { requestId: 'c', seatId: 'c-1', before: 'd3', after: undefined },
      { requestId: 'e', seatId: 'e-1', before: undefined, after: 'd2' },
    ]);
  });

  it('are compared with the figures of both', () => {
    const before = aPlan({ summary: { ...aPlan().summary, learners: 7 } });
    const after = aPlan({ summary: { ...aPlan().summary, learners: 8 } });
    expect(comparePlans(before, after)).toEqual({
      before: before.summary,
      after: after.summary,
      changes: [],
    });
  });
});
