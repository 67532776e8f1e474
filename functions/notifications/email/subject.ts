import { singleLine } from './single-line.ts';

/** Characters of a subject: what a phone shows. */
export const SUBJECT_AT_MOST = 60;

const graphemes = new Intl.Segmenter('en-GB');

/** Words → a subject of one line and at most 60 characters; what is longer ends at a word, with an ellipsis. */
export const subjectOf = (words: string): string => {
  const line = singleLine(words);
  // What a reader counts as one character is never less than one of these.
  if (line.length <= SUBJECT_AT_MOST) return line;
  const characters = Array.from(graphemes.segment(line), ({ segment }) => segment);
  if (characters.length <= SUBJECT_AT_MOST) return line;
  const cut = characters.slice(0, SUBJECT_AT_MOST - 1).join('');
  const lastSpace = cut.lastIndexOf(' ');
  return `${(lastSpace > SUBJECT_AT_MOST / 2 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
};
