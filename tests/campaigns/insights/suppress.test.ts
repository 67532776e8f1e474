import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppress } from '../../../shared/insights/suppress.ts';
import { cases } from '../../support/campaign.ts';

describe('hiding small counts', () => {
  it('never lets a small count be seen, or be worked out from a total that is not small', () => {
    const column = fc.array(fc.nat({ max: 15 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(column, (counts) => {
        const seen = suppress(counts, 5);
        const hidden = counts.filter((_, index) => seen[index] === undefined);
        const total = counts.reduce((sum, count) => sum + count, 0);
        for (const count of seen) expect(count === undefined || count === 0 || count >= 5).toBe(true);
        if (hidden.length > 0 && total >= 5) {
          expect(hidden.length).toBeGreaterThan(1);
          expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: cases(100) },
    );
  });
});
