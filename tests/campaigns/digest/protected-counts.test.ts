import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protectedParts } from '../../../shared/digest/protected-count.ts';
import { cases } from '../../support/campaign.ts';

describe('a place’s digest', () => {
  it('keeps a single small number from being worked out from the total and the others', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 2, maxLength: 6 }), (counts) => {
        const shown = protectedParts(counts, true);
        const untold = shown.filter(({ exact }) => !exact).length;
        const small = counts.filter((count) => count === 1 || count === 2).length;
        const others = counts.filter((count) => count >= 3).length;
        expect(untold >= 2 || small === 0 || others === 0).toBe(true);
        for (const [index, count] of counts.entries())
          if (count === 1 || count === 2) expect(shown[index]?.exact).toBe(false);
      }),
      { numRuns: cases(100) },
    );
  });
});
