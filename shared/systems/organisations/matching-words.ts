/** Smallest number of letters from which a word may be misspelt, and from which two letters may be wrong. */
const ONE_WRONG = 4;
const TWO_WRONG = 8;

/** Words per part of a sorted list that begin with some letters. */
const beginningWith = (start: string, words: readonly string[]): readonly string[] => {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (words[end]?.startsWith(start) === true) end += 1;
  return words.slice(low, end);
};

/**
 * Whether one word becomes another if at most `most` letters are added, removed, replaced or swapped with their
 * neighbour.
 */
const isSpeltLike = (a: string, b: string, most: number): boolean => {
  if (Math.abs(a.length - b.length) > most) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  if (start === a.length && start === b.length) return true;
  if (most === 0) return false;
  const [left, right] = [a.slice(start), b.slice(start)];
  const swapped = left[0] === right[1] && left[1] === right[0];
  return (
    isSpeltLike(left.slice(1), right.slice(1), most - 1) ||
    isSpeltLike(left.slice(1), right, most - 1) ||
    isSpeltLike(left, right.slice(1), most - 1) ||
    (swapped && isSpeltLike(left.slice(2), right.slice(2), most - 1))
  );
};

const misspeltLike = (word: string, words: readonly string[]): readonly string[] => {
  if (word.length < ONE_WRONG || /\d/u.test(word)) return [];
  const most = word.length < TWO_WRONG ? 1 : 2;
  // People seldom get the first letter wrong, so that most words need no comparison.
  return words.filter(
    (one) =>
      Math.abs(one.length - word.length) <= most &&
      (one[0] === word[0] || one[1] === word[1]) &&
      isSpeltLike(word, one, most),
  );
};

interface MatchingWord {
  readonly word: string;
  /** 1 for the same word, less for one that only begins like it or is spelt almost like it. */
  readonly quality: number;
}

/**
 * Finds the words that somebody may have meant: the word itself, words that begin with it and, if `misspelt`, words
 * that differ by one or two letters.
 */
export const matchingWords = (
  word: string,
  { words, spelt }: { readonly words: readonly string[]; readonly spelt: readonly string[] },
  misspelt: boolean,
): readonly MatchingWord[] => [
  ...(word.length < 2 ? [word] : beginningWith(word, words)).map((found) => ({
    word: found,
    quality: found === word ? 1 : 0.4 + (0.4 * word.length) / found.length,
  })),
  ...(misspelt
    ? misspeltLike(word, spelt)
        .filter((found) => !found.startsWith(word))
        .map((found) => ({ word: found, quality: 0.5 }))
    : []),
];
