import { singleLine } from './single-line.ts';

/** Characters of a subject: what a phone shows. */
const SUBJECT_AT_MOST = 60;

const graphemes = new Intl.Segmenter('en-GB');
const charactersOf = (line: string): readonly string[] =>
  Array.from(graphemes.segment(line), ({ segment }) => segment);

/** What a reader counts as one character is never less than one of the text's own. */
const fits = (line: string): boolean =>
  line.length <= SUBJECT_AT_MOST || charactersOf(line).length <= SUBJECT_AT_MOST;

/** A line that is too long → what ends at a word, with an ellipsis. */
const cut = (line: string): string => {
  const start = charactersOf(line)
    .slice(0, SUBJECT_AT_MOST - 1)
    .join('');
  const lastSpace = start.lastIndexOf(' ');
  return `${(lastSpace > SUBJECT_AT_MOST / 2 ? start.slice(0, lastSpace) : start).trimEnd()}…`;
};

/**
 * A subject of one line and at most 60 characters.
 * @param first the fullest way to say it
 * @param shorter more ways: the first of all that fits is taken, or the last one cut short
 */
export const subjectOf = (first: string, ...shorter: readonly string[]): string => {
  const ways = [first, ...shorter].map(singleLine);
  return ways.find(fits) ?? cut(ways.at(-1) ?? '');
};
