import { describe, expect, it } from 'vitest';
import { mergeFollowUp } from '../../../shared/rounds/merge-follow-up.ts';
import { anAssignment, anOutcome, anUnplaced, aPlan } from '../../support/rounds/plan-parts.ts';

const nothing = aPlan();

describe('the outcome of a round after its follow-up', () => {
  it('keeps the reasons of the first plan for learners chosen in it', () => {
    const first = anAssignment({ rank: 2, of: 7, passedOver: [{ practitionerId: 'd9', points: 3 }] });
    const kept = anAssignment({ kept: true, rank: 0, of: 0, points: 41 });
    const [told] = mergeFollowUp(aPlan({ assignments: [kept] }), aPlan({ assignments: [first] })).assignments;
    expect(told).toEqual({ ...kept, rank: 2, of: 7, passedOver: [{ practitionerId: 'd9', points: 3 }] });
  });

  it('takes the reasons of the follow-up for learners chosen in it or asked of another practitioner', () => {
    const before = aPlan({ assignments: [anAssignment({ of: 7 })] });
    for (const seat of [
      anAssignment({ of: 2 }),
      anAssignment({ kept: true, of: 0, practitionerId: 'd2' }),
      anAssignment({ kept: true, of: 0, seatId: 'b-1' }),
    ])
      expect(mergeFollowUp(aPlan({ assignments: [seat] }), before).assignments).toEqual([seat]);
  });

  it.each(['wait-for-place', 'wait-for-answers'] as const)(
    'still names the others who took the places, where only %s would help now',
    (change) => {
      const seat = anUnplaced({
        reason: 'no-eligible-practitioner',
        competitors: [],
        nearMisses: [
          { change: 'other-area', count: 1 },
          { change, count: 1 },
        ],
      });
      const earlier = anUnplaced();
      const told = mergeFollowUp(aPlan({ unplaced: [seat] }), aPlan({ unplaced: [earlier] }));
      expect(told.unplaced).toEqual([earlier]);
    },
  );

  it('takes the reason of the follow-up where it differs', () => {
    const waiting = [{ change: 'wait-for-place' as const, count: 1 }];
    const none = { reason: 'no-eligible-practitioner' as const, competitors: [], nearMisses: waiting };
    const cases = [
      { now: anUnplaced({ competitors: ['b'], nearMisses: waiting }), then: anUnplaced() },
      { now: anUnplaced({ ...none, nearMisses: [] }), then: anUnplaced() },
      { now: anUnplaced({ ...none, nearMisses: [{ change: 'other-area', count: 2 }] }), then: anUnplaced() },
      { now: anUnplaced({ ...none }), then: anUnplaced({ ...none, of: 9 }) },
      { now: anUnplaced({ ...none }), then: anUnplaced({ seatId: 'y-1' }) },
    ];
    for (const { now, then } of cases)
      expect(mergeFollowUp(aPlan({ unplaced: [now] }), aPlan({ unplaced: [then] })).unplaced).toEqual([now]);
  });

  it('remembers who was fullest in any of its plans', () => {
    const at = (id: string, learners: number) => ({ id, kind: 'practitioner' as const, learners });
    const told = mergeFollowUp(
      aPlan({ bottlenecks: [at('e', 1), at('f', 1), at('b', 2), at('c', 1)] }),
      aPlan({ bottlenecks: [at('c', 3), at('b', 1), at('a', 1)] }),
    );
    expect(told.bottlenecks).toEqual([at('c', 3), at('b', 2), at('a', 1), at('e', 1), at('f', 1)]);
  });

  it('is compared with what first come, first served would have given the whole intake', () => {
    const firstCome = { placed: 9, points: 99, miles: 9 };
    const before = aPlan({ summary: { ...nothing.summary, learners: 5, firstCome } });
    expect(mergeFollowUp(nothing, before).summary).toEqual({ ...nothing.summary, firstCome });
    const earlier = anOutcome({ waitingDays: 2, firstCome: { placed: true, miles: 3 } });
    const now = anOutcome({ kept: true, waitingDays: 30 });
    const told = (outcome: typeof now, then: typeof now) =>
      mergeFollowUp(aPlan({ outcomes: [outcome] }), aPlan({ outcomes: [then] })).outcomes;
    expect(told(now, earlier)).toEqual([{ ...now, waitingDays: 2, firstCome: { placed: true, miles: 3 } }]);
    expect(told(anOutcome(), earlier)).toEqual([{ ...anOutcome(), firstCome: { placed: true, miles: 3 } }]);
    expect(told(now, { ...earlier, placed: false })).toEqual([{ ...now, firstCome: earlier.firstCome }]);
    expect(told(now, { ...earlier, requestId: 'b' })).toEqual([now]);
  });
});
