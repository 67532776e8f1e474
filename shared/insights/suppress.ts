/** Counts of learners below this number, other than 0, could identify a person. */
export const SMALLEST_SHOWN_LEARNERS = 5;
/** Places of fewer DPPs than this would reveal how many learners a named person has. */
export const SMALLEST_SHOWN_DPPS = 3;

/** A count, or undefined if suppressed. */
export type Shown = number | undefined;

/**
 * Suppresses counts from 1 to `smallest` − 1 in a column whose total is published. Subtraction could still
 * reveal a count that is suppressed alone, or counts whose sum is less than `smallest`; the next smallest
 * counts are then suppressed too. Keeps 0, because it identifies nobody.
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

/** Suppresses a single total. */
export const suppressOne = (count: number, smallest: number): Shown =>
  count > 0 && count < smallest ? undefined : count;
