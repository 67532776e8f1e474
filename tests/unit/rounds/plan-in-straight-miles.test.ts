import { describe, expect, it } from 'vitest';
import { fairnessOf } from '../../../shared/insights/fairness.ts';
import { seatToLearner, whyNobodyToTeam } from '../../../shared/rounds/explain-round.ts';
import { roundPlanSchema } from '../../../shared/rounds/round-plan.ts';
import { anAssignment, anOutcome, anUnplaced, aPlan } from '../../support/rounds/plan-parts.ts';

/** A plan as version 0.2.0 stored it: in straight miles, without minutes. */
const stored = () => {
  const { minutes: _, ...assignment } = anAssignment({
    contributions: [{ criterion: 'travel', points: 100, facts: { miles: 4, minutes: 10, town: 'Dover' } }],
  });
  const unplaced = {
    ...anUnplaced({ reason: 'no-eligible-practitioner' }),
    nearMisses: [{ change: 'travel-further', miles: 5, count: 2 }],
    smallestChange: {
      requirements: ['distance'],
      count: 1,
      examples: [{ practitionerId: 'd4', unmet: [{ name: 'distance', wanted: 10, found: 14 }] }],
    },
  };
  const outcome = { ...anOutcome(), minutes: undefined, miles: 4, firstCome: { placed: true, miles: 9 } };
  return { ...aPlan(), assignments: [assignment], unplaced: [unplaced], outcomes: [outcome] };
};

const names = {
  learner: (id: string) => id,
  practitioner: (id: string) => id,
  placeName: (id: string) => id,
};

describe('a plan of version 0.2.0', () => {
  it('is read, with the suggestion and the requirement in miles', () => {
    const plan = roundPlanSchema.parse(stored());
    const [unplaced] = plan.unplaced;
    expect(whyNobodyToTeam(unplaced!, plan, names)).toEqual([
      'Nobody fits.',
      '2 more DPPs would fit if you could travel 5 miles further.',
      'Nearest: d4 (Miles: 14, wanted 10 at most).',
    ]);
    expect(seatToLearner(unplaced!).join(' ')).toContain('travel 5 miles further');
  });

  it('counts 1.3 miles by road for each of its miles', () => {
    const { outcomes } = roundPlanSchema.parse(stored());
    expect(fairnessOf(outcomes).totals).toMatchObject({ minutes: undefined, miles: 5 });
    expect(fairnessOf(outcomes).travel).toMatchObject({ miles: 5, firstComeMiles: 12, milesSaved: 156 });
  });
});
