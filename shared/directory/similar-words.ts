/** A word of the vocabulary that is searched instead of the word typed. */
export interface SimilarWord {
  /** Position in the vocabulary. */
  readonly index: number;
  /** Factor of its score: 1 for the word itself, below 1 for others. */
  readonly weight: number;
}

const PREFIX = { weight: 0.375, perLetter: 0.3, shortest: 3 } as const;
const MISSPELT = { weight: 0.45, share: 0.2, most: 2, shortest: 5 } as const;

/**
 * Makes a function that counts the letters to insert, leave out or replace that turn `typed` into a word. It stops early
 * and returns `most + 1` if there are more than `most`. It uses the same two rows of numbers for every word.
 */
const lettersWrong = (most: number, typed: string): ((word: string) => number) => {
  const columns = typed.length + 1;
  let before = new Uint16Array(columns);
  let current = new Uint16Array(columns);
  return (word) => {
    if (Math.abs(word.length - typed.length) > most) return most + 1;
    for (let column = 0; column < columns; column += 1) before[column] = column;
    for (let row = 1; row <= word.length; row += 1) {
      current[0] = row;
      let least = row;
      const letter = word.charCodeAt(row - 1);
      for (let column = 1; column < columns; column += 1) {
        const replaced = (before[column - 1] ?? 0) + Number(letter !== typed.charCodeAt(column - 1));
        const cost = Math.min(replaced, (before[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
        current[column] = cost;
        least = Math.min(least, cost);
      }
      if (least > most) return most + 1;
      [before, current] = [current, before];
    }
    return before[columns - 1] ?? 0;
  };
};

/**
 * Finds the words to search for one word typed: the word itself, longer words that begin with it, and words of one
 * wrong letter in five.
 * @param typed a normalised word
 */
export const similarWords = (vocabulary: readonly string[], typed: string): readonly SimilarWord[] => {
  const errors =
    typed.length < MISSPELT.shortest ? 0 : Math.min(MISSPELT.most, Math.round(typed.length * MISSPELT.share));
  const distanceTo = lettersWrong(errors, typed);
  const isPrefix = typed.length >= PREFIX.shortest;
  const similar: SimilarWord[] = [];
  vocabulary.forEach((word, index) => {
    const { length } = word;
    if (word === typed) similar.push({ index, weight: 1 });
    else if (isPrefix && word.startsWith(typed))
      similar.push({
        index,
        weight: (PREFIX.weight * length) / (length + PREFIX.perLetter * (length - typed.length)),
      });
    else if (errors > 0) {
      const distance = distanceTo(word);
      if (distance <= errors)
        similar.push({ index, weight: (MISSPELT.weight * length) / (length + distance) });
    }
  });
  return similar;
};
