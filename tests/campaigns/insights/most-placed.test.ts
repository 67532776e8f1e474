import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostPlaced } from '../../../shared/insights/most-placed.ts';
import { cases } from '../../support/campaign.ts';

describe('the most that can be placed', () => {
  const scene = fc.integer({ min: 1, max: 6 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      fit: fc.array(fc.uniqueArray(fc.nat(count - 1), { maxLength: 4 }), { maxLength: 4 }),
      extra: fc.uniqueArray(fc.nat(count - 1), { maxLength: 4 }),
      places: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
    }),
  );

  /** Finds the largest number of placed learners by trying every assignment of learners to practitioners. */
  const bruteForce = (
    count: number,
    fit: readonly (readonly number[])[],
    places: readonly number[],
  ): number => {
    if (count === 0) return 0;
    const learner = count - 1;
    const left = (without: number) => places.map((free, index) => (index === without ? free - 1 : free));
    return Math.max(
      bruteForce(learner, fit, places),
      ...fit.flatMap((own, index) =>
        own.includes(learner) && (places[index] ?? 0) > 0 ? [1 + bruteForce(learner, fit, left(index))] : [],
      ),
    );
  };

  it('is what trying everything finds, with and without one more practitioner', () =>
    fc.assert(
      fc.property(scene, ({ count, fit, extra, places }) => {
        const own = places.slice(0, fit.length);
        const now = bruteForce(count, fit, own);
        const { withoutPlace, competing, gainOf } = mostPlaced(count, fit, own);
        expect(count - withoutPlace).toBe(now);
        expect(gainOf(extra, 2)).toBe(bruteForce(count, [...fit, extra], [...own, 2]) - now);
        // A learner competes for a place if one extra place, for that learner only, would allow one more learner
        // to be placed.
        for (let learner = 0; learner < count; learner += 1)
          expect(competing.has(learner)).toBe(bruteForce(count, [...fit, [learner]], [...own, 1]) > now);
      }),
      { numRuns: cases(100) },
    ));
});
