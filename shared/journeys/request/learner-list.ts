import type { Sheet } from '../../kernel/sheet.ts';
import type { FieldError } from '../../kernel/field-error.ts';
import { foldText } from '../../kernel/fold-text.ts';
import { MOST_LEARNERS } from '../../requests/learners-asked.ts';
import { textIn } from '../answers.ts';
import { checkJourney } from '../check-journey.ts';
import type { Answers, Journey } from '../question.ts';
import { type ListColumn, listColumns } from './list-columns.ts';
import { readCell } from './read-cell.ts';

/** A mistake in a list: its row as spreadsheets count, the heading of its column, and what to do. */
interface ListMistake {
  readonly row: number;
  /** Name of the question; empty for the row as a whole. */
  readonly field: string;
  readonly column?: string;
  readonly message: string;
}

/** A learner of a list, with the answers that a request for them alone would have. */
export interface ListedLearner {
  readonly row: number;
  readonly answers: Answers;
}

interface LearnerList {
  readonly learners: readonly ListedLearner[];
  readonly mistakes: readonly ListMistake[];
  /** Headings of columns that are none of ours, which are not read. */
  readonly notRead: readonly string[];
}

const plain = (text: string): string => foldText(text).replaceAll(/[^a-z0-9]/gu, '');

/** Finds the column of each heading: by its heading, the question's words, or the name in JSON. */
const columnsFor = (
  { headings }: Sheet,
  columns: readonly ListColumn[],
): readonly (ListColumn | undefined)[] =>
  headings.map((heading) =>
    columns.find(({ heading: ours, question: { name, label } }) =>
      [ours, name, label].map(plain).includes(plain(heading)),
    ),
  );

const HEADING_ROW = 1;

/** Mistakes of the list as a whole. */
const listMistakes = (sheet: Sheet, found: readonly (ListColumn | undefined)[]): readonly ListMistake[] => {
  const ofList = (message: string): ListMistake => ({ row: HEADING_ROW, field: '', message });
  if (found.every((column) => column === undefined))
    return [ofList('The first row has none of our headings. Start from the template')];
  if (sheet.rows.length === 0) return [ofList('There is no learner below the headings')];
  return sheet.rows.length > MOST_LEARNERS
    ? [ofList(`The list has ${sheet.rows.length} learners. Send ${MOST_LEARNERS} or fewer at a time`)]
    : [];
};

const numberOf = ({ answers }: ListedLearner): string | undefined =>
  textIn(answers, 'registrationNumber')?.replaceAll(/[\s-]/gu, '').toUpperCase();

/** Mistakes of rows with the number of an earlier one: one learner asks once. */
const repeated = (learners: readonly ListedLearner[]): readonly ListMistake[] =>
  learners.flatMap((learner, index) => {
    const number = numberOf(learner);
    const first = learners.slice(0, index).find((one) => number !== undefined && numberOf(one) === number);
    return first === undefined
      ? []
      : [
          {
            row: learner.row,
            field: 'registrationNumber',
            message: `This number is in row ${first.row} too. Ask once for each learner`,
          },
        ];
  });

/**
 * Reads a list of learners for whom an employer asks. Each row is checked as the form of a single request is.
 * @param once checked answers that are the same for all learners
 * @returns the learners, and every mistake by row and column in the order of the list
 */
export const learnerList = (journey: Journey, sheet: Sheet, once: Answers, today: string): LearnerList => {
  const columns = listColumns(journey);
  const found = columnsFor(sheet, columns);
  const notRead = sheet.headings.filter((heading, index) => heading !== '' && found[index] === undefined);
  const ofList = listMistakes(sheet, found);
  if (ofList.length > 0) return { learners: [], mistakes: ofList, notRead };
  const headingOf = (field: string) => columns.find(({ question }) => question.name === field)?.heading;
  const rows = sheet.rows.map(({ number: row, cells }) => {
    const read = found.flatMap((column, index) => {
      const value = column === undefined ? undefined : readCell(column.question, cells[index] ?? '');
      return column === undefined || value === undefined ? [] : [[column.question.name, value] as const];
    });
    const given = { ...once, requestedBy: 'employer', ...Object.fromEntries(read), consent: true };
    const checked = checkJourney(journey, journey.former?.convert(given) ?? given, today);
    const reason = journey.steps
      .map((step) => step.notForYou?.(checked.answers))
      .find((one) => one !== undefined);
    return {
      row,
      answers: checked.answers,
      errors:
        reason === undefined
          ? checked.errors
          : [...checked.errors, { field: 'outcomes', message: `${reason.title} for this trainee` }],
    };
  });
  const lacks = (field: string): boolean => !found.some((column) => column?.question.name === field);
  const asked = new Set(columns.map(({ question }) => question.name));
  const ofRow = ({ row, errors }: { row: number; errors: readonly FieldError[] }): readonly ListMistake[] =>
    errors.filter(({ field }) => asked.has(field)).map(({ field, message }) => ({ row, field, message }));
  const everywhere = (field: string): boolean =>
    lacks(field) && rows.every(({ errors }) => errors.some((error) => error.field === field));
  const missing = columns
    .filter(({ question: { name } }) => everywhere(name))
    .map(({ question: { name }, heading }): ListMistake => ({
      row: HEADING_ROW,
      field: name,
      message: `The column “${heading}” is missing`,
    }));
  const learners = rows.map(({ row, answers }) => ({ row, answers }));
  const mistakes = [...rows.flatMap(ofRow), ...repeated(learners)]
    .filter(({ field }) => !everywhere(field))
    .toSorted((one, other) => one.row - other.row);
  return {
    learners,
    mistakes: [...missing, ...mistakes].map((mistake) => {
      const column = headingOf(mistake.field);
      return column === undefined ? mistake : { ...mistake, column };
    }),
    notRead,
  };
};

/** Says a mistake with its row and column: 'Row 4, column “Profession”: Select the profession'. */
export const mistakeInWords = ({ row, column, message }: ListMistake): string =>
  `Row ${row}${column === undefined ? '' : `, column “${column}”`}: ${message}`;
