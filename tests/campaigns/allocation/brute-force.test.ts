import { expect, test } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate.ts';
import { bestByForce, competitorsByForce } from '../../support/allocation/brute-force.ts';
import { cases } from '../../support/campaign.ts';
import { smallInstance } from '../../support/allocation/small-instance.ts';

const tiny = Array.from({ length: cases(200) }, (_, seed) => ({
  seed,
  instance: smallInstance(seed + 5000, { learners: 2 + (seed % 6), practitioners: 1 + (seed % 4) }),
}));

test('tiny intakes get the places that trying every allocation finds best, down to the draw', () => {
  for (const { seed, instance } of tiny) {
    const result = allocate(instance);
    const best = bestByForce(instance);
    expect([seed, result.ok && result.value.assignments]).toEqual([seed, best.assignments]);
    expect(result.ok && result.value.objective.totalCost).toBe(best.totalCost);
  }
}, 60_000);

test('every competition set of tiny intakes is the smallest that trying all sets finds', () => {
  let checked = 0;
  for (const { seed, instance } of tiny) {
    const result = allocate(instance);
    const { assignments = [], unplaced = [] } = result.ok ? result.value : {};
    const placed = assignments.map(({ learner }) => learner);
    for (const { learner, reason, competitors } of unplaced) {
      if (reason === 'no-eligible-practitioner') continue;
      expect({ seed, learner, competitors }).toEqual({
        seed,
        learner,
        competitors: competitorsByForce(instance, learner, placed),
      });
      checked += 1;
    }
  }
  expect(checked).toBeGreaterThan(tiny.length / 2);
}, 60_000);
