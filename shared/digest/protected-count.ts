/** A count as readers see it: `words` ("4", "fewer than 3", "not shown") and a length for a bar that gives no more away. */
export interface ProtectedCount {
  readonly words: string;
  readonly length: number;
  readonly exact: boolean;
}

/** Counts from one to below this could point at a person. */
const SMALL = 3;

const exactly = (count: number): ProtectedCount => ({ words: String(count), length: count, exact: true });
const few: ProtectedCount = { words: `fewer than ${SMALL}`, length: SMALL - 1, exact: false };
const hidden: ProtectedCount = { words: 'not shown', length: 0, exact: false };

const isSmall = (count: number): boolean => count > 0 && count < SMALL;

/** One count that stands for itself. */
export const protectedCount = (count: number, protect: boolean): ProtectedCount =>
  protect && isSmall(count) ? few : exactly(count);

/**
 * Counts that add up to a total which is shown too. Small ones are not told; where that is only one, the total minus
 * the others would tell it, so the smallest of the others is left out as well.
 */
export const protectedParts = (counts: readonly number[], protect: boolean): readonly ProtectedCount[] => {
  if (!protect || !counts.some(isSmall)) return counts.map(exactly);
  const others = counts.filter((count) => count >= SMALL);
  const onlyOne = counts.filter(isSmall).length === 1;
  const left = onlyOne ? counts.indexOf(Math.min(...others)) : -1;
  return counts.map((count, index) => (isSmall(count) ? few : index === left ? hidden : exactly(count)));
};
