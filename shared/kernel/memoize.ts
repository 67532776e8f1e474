/** Answers kept at most; then it is forgotten what is known, and everything is asked afresh. */
const MOST_KEPT = 10_000;

/** A pure question that is slow to answer and asked about the same few things again and again: each is answered once. */
export const memoize = <Asked extends string | number, Answer>(
  answer: (asked: Asked) => Answer,
): ((asked: Asked) => Answer) => {
  const known = new Map<Asked, Answer>();
  return (asked) => {
    const before = known.get(asked);
    if (before !== undefined) return before;
    const found = answer(asked);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(asked, found);
    return found;
  };
};
