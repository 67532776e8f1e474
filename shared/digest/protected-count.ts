/**
 * A count as shown to readers: in words ("4", "fewer than 3", "not shown"), and as the length of a bar that
 * reveals no more than the words.
 */
export interface ProtectedCount {
  readonly words: string;
  readonly length: number;
  readonly exact: boolean;
}

/** Smallest count, apart from 0, that cannot identify a person. */
const SMALL = 3;

const exactly = (count: number): ProtectedCount => ({ words: String(count), length: count, exact: true });
const few: ProtectedCount = { words: `fewer than ${SMALL}`, length: SMALL - 1, exact: false };
const hidden: ProtectedCount = { words: 'not shown', length: 0, exact: false };

const isSmall = (count: number): boolean => count > 0 && count < SMALL;

/** Suppresses a single count. */
export const protectedCount = (count: number, protect: boolean): ProtectedCount =>
  protect && isSmall(count) ? few : exactly(count);

/**
 * Suppresses the small ones among counts that add up to a published total. If only one count is small,
 * readers could work it out from the total, so the smallest of the other counts is suppressed too.
 */
export const protectedParts = (counts: readonly number[], protect: boolean): readonly ProtectedCount[] => {
  if (!protect || !counts.some(isSmall)) return counts.map(exactly);
  const others = counts.filter((count) => count >= SMALL);
  const onlyOne = counts.filter(isSmall).length === 1;
  const left = onlyOne ? counts.indexOf(Math.min(...others)) : -1;
  return counts.map((count, index) => (isSmall(count) ? few : index === left ? hidden : exactly(count)));
};
