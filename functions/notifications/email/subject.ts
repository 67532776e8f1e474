import { singleLine } from './single-line.ts';

/** Maximum length of a subject line that a phone shows in full, in characters. */
const MAX_SUBJECT_LENGTH = 60;

const graphemes = new Intl.Segmenter('en-GB');
const charactersOf = (line: string): readonly string[] =>
  Array.from(graphemes.segment(line), ({ segment }) => segment);

/**
 * Compares the length in code units first, because it is quick to find and never less than the number of graphemes.
 */
const fits = (line: string): boolean =>
  line.length <= MAX_SUBJECT_LENGTH || charactersOf(line).length <= MAX_SUBJECT_LENGTH;

/** Shortens a line, at a word boundary if possible, and adds an ellipsis. */
const cut = (line: string): string => {
  const start = charactersOf(line)
    .slice(0, MAX_SUBJECT_LENGTH - 1)
    .join('');
  const lastSpace = start.lastIndexOf(' ');
  return `${(lastSpace > MAX_SUBJECT_LENGTH / 2 ? start.slice(0, lastSpace) : start).trimEnd()}…`;
};

/**
 * Composes a subject of one line and at most 60 characters.
 * @param first the fullest wording
 * @param shorter the shorter wordings; the first one that fits is used. If none fits, the last one is cut.
 */
export const subjectOf = (first: string, ...shorter: readonly string[]): string => {
  const ways = [first, ...shorter].map(singleLine);
  return ways.find(fits) ?? cut(ways.at(-1) ?? '');
};
