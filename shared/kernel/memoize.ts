/** Maximum number of cached results; the cache is cleared when it is full. */
const MAX_ENTRIES = 10_000;

/** Caches the results of a slow pure function that is called repeatedly with few different arguments. */
export const memoize = <Asked extends string | number, Answer>(
  answer: (asked: Asked) => Answer,
): ((asked: Asked) => Answer) => {
  const known = new Map<Asked, Answer>();
  return (asked) => {
    const before = known.get(asked);
    if (before !== undefined) return before;
    const found = answer(asked);
    if (known.size >= MAX_ENTRIES) known.clear();
    known.set(asked, found);
    return found;
  };
};
