import { foldText } from '../../kernel/fold-text.ts';
import { readHours } from '../../kernel/read-hours.ts';
import type { AnswerValue, Option, Question } from '../question.ts';

/** A text as it is compared: without accents, capitals and punctuation. */
const plain = (text: string): string =>
  foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const YES = new Set(['yes', 'y', 'true', '1', 'x']);
const NO = new Set(['no', 'n', 'false', '0']);

/** The option that a cell names by its value, its words, or the only one whose words begin with the cell. */
const optionIn = (options: readonly Option[], written: string): string => {
  const cell = plain(written);
  const exact = options.find(({ value, label }) => [plain(value), plain(label)].includes(cell));
  const [begun, ...more] = options.filter(({ label }) => cell !== '' && plain(label).startsWith(cell));
  return (exact ?? (more.length === 0 ? begun : undefined))?.value ?? written;
};

/** Splits a cell with several choices, whose words may themselves hold a comma. */
const choicesIn = (options: readonly Option[], written: string): readonly string[] => {
  const whole = optionIn(options, written);
  if (options.some(({ value }) => value === whole)) return [whole];
  return written
    .split(/[;|,/\n]/u)
    .filter((part) => part.trim() !== '')
    .map((part) => optionIn(options, part));
};

/**
 * Reads the cell of a list as the answer to a question, without checking it. An empty cell is no answer, and what cannot be
 * read stays as it was written, so that the question refuses it.
 */
export const readCell = ({ kind, options = [] }: Question, written: string): AnswerValue | undefined => {
  if (written === '') return undefined;
  switch (kind) {
    case 'hours':
      return readHours(written) ?? written;
    case 'number': {
      const number = written.replaceAll(/[\s,]|min(?:ute)?s?$/giu, '');
      return /^-?\d+(?:\.\d+)?$/u.test(number) ? Number(number) : written;
    }
    case 'yes-no':
    case 'agree': {
      const cell = plain(written);
      if (YES.has(cell)) return true;
      return NO.has(cell) ? false : written;
    }
    case 'checkboxes':
      return choicesIn(options, written);
    case 'radios':
    case 'select':
      return optionIn(options, written);
    case 'text':
    case 'email':
    case 'tel':
    case 'textarea':
    case 'date':
    case 'outcode':
    case 'suggest':
    case 'people':
      return written;
  }
};
