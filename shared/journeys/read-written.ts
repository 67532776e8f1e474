import { readHours } from '../kernel/read-hours.ts';
import { readNumber } from '../kernel/read-number.ts';
import type { AnswerValue, Question } from './question.ts';

const YES = new Set(['yes', 'y', 'true']);
const NO = new Set(['no', 'n', 'false']);

const simple = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Finds the option that was written, by its value or its words, in any case. Returns an unknown one unchanged. */
export const optionIn = ({ options = [] }: Question, written: string): string => {
  if (options.some(({ value }) => value === written)) return written;
  const meant = simple(written);
  const found = options.filter(({ value, label }) => [simple(value), simple(label)].includes(meant));
  return found.length === 1 ? (found[0]?.value ?? written) : written;
};

const yesOrNo = (written: string): boolean | undefined => {
  const word = simple(written);
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
};

/**
 * Reads one answer that was written or sent as text, in a form and in JSON alike: a number in digits or words, yes or no,
 * an option by its value or its words. Does not check it: what cannot be read stays as it was written.
 */
export const readWritten = (question: Question, written: string): AnswerValue => {
  switch (question.kind) {
    case 'number':
      return readNumber(written) ?? written;
    case 'hours':
      return readHours(written) ?? written;
    case 'yes-no':
      return yesOrNo(written) ?? written;
    case 'agree':
      // Takes `yes` too, which forms sent before the box had the id of its wording.
      return written === question.options?.[0]?.value || (yesOrNo(written) ?? written);
    case 'radios':
    case 'select':
    case 'checkboxes':
      return optionIn(question, written);
    default:
      return written;
  }
};
