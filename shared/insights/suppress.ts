/** Counts of learners from 1 to 4 could point at a person. */
export const SMALLEST_SHOWN_LEARNERS = 5;
/** Places of one or two DPPs tell how many learners somebody by name has. */
export const SMALLEST_SHOWN_DPPS = 3;

/** A count, or undefined where it may not be seen. */
export type Shown = number | undefined;

/**
 * Hides counts from 1 to `smallest` − 1 of a column whose total is known. Where hiding them would let somebody work one
 * out (a single hidden count, or hidden counts that together are still small), the next smallest is hidden too.
 * Nothing (0) points at nobody and stays.
 */
export const suppress = (counts: readonly number[], smallest: number): readonly Shown[] => {
  const hidden = new Set(counts.flatMap((count, index) => (count > 0 && count < smallest ? [index] : [])));
  const bySize = counts
    .map((count, index) => ({ count, index }))
    .filter(({ count, index }) => count > 0 && !hidden.has(index))
    .toSorted((a, b) => a.count - b.count);
  const sum = (): number =>
    counts.reduce((total, count, index) => total + (hidden.has(index) ? count : 0), 0);
  for (const { index } of bySize) {
    if (hidden.size === 0 || (hidden.size > 1 && sum() >= smallest)) break;
    hidden.add(index);
  }
  return counts.map((count, index) => (hidden.has(index) ? undefined : count));
};

/** A total that stands alone. */
export const suppressOne = (count: number, smallest: number): Shown =>
  count > 0 && count < smallest ? undefined : count;
