/** A text that somebody reads (a comment or a sentence), and where it is written. */
export interface Passage {
  readonly where: string;
  readonly text: string;
}

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
const FEWEST_WORDS = 4;

/** Counts the words of a sentence, without the code between ‹ and ›. */
const wordsIn = (sentence: string): number =>
  (sentence.replace(/‹[^›]*›/g, '').match(/[\p{L}’'-]+/gu) ?? []).length;

/** Splits a block of text into its sentences; headings and labels of under four words are left out. */
export const sentencesOf = (block: string): readonly string[] =>
  [
    ...sentences.segment(
      block
        .replace(/\s+/g, ' ')
        .replace(/^\s*[*•-] /, '')
        .trim(),
    ),
  ]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => wordsIn(sentence) >= FEWEST_WORDS);

/** Removes repetitions: keeps the first of all passages with the same text. */
export const distinct = (passages: readonly Passage[]): readonly Passage[] => {
  const first = new Map<string, Passage>();
  for (const passage of passages) if (!first.has(passage.text)) first.set(passage.text, passage);
  return [...first.values()];
};
