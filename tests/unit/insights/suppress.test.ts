import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppress, suppressOne } from '../../../shared/insights/suppress.ts';

describe('hiding small counts', () => {
  it('hides counts that could point at a person and keeps nothing and larger ones', () => {
    expect(suppress([0, 2, 7, 4, 12], 5)).toEqual([0, undefined, 7, undefined, 12]);
  });

  it('hides the next smallest too where one count alone could be worked out from the total', () => {
    expect(suppress([3, 7, 12], 5)).toEqual([undefined, undefined, 12]);
    expect(suppress([1, 1, 6, 12], 5)).toEqual([undefined, undefined, undefined, 12]);
  });

  it('hides a small total', () => {
    expect([0, 1, 4, 5].map((count) => suppressOne(count, 5))).toEqual([0, undefined, undefined, 5]);
  });

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
    );
  });
});
