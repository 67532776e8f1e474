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
});
