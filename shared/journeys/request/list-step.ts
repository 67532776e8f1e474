import { askTextarea } from '../question-builders.ts';
import type { Journey, Question, QuestionStep } from '../question.ts';
import { askedOnce } from './list-columns.ts';

/** Most characters of a list that was pasted or read from a file. */
export const LONGEST_LIST = 20_000;

/** Name of the field with the text of the list. */
export const LIST_FIELD = 'list';

/** The list itself, for a description of the body in JSON. */
export const listQuestion: Question = askTextarea({
  name: LIST_FIELD,
  label: 'Or paste the rows here, with the headings',
  hint: 'Copy them from your spreadsheet. Commas, semicolons and tabs are all right.',
  missing: 'Choose a file, or paste the rows of your list',
  max: LONGEST_LIST,
  changeWords: 'Change the list',
});

/** Questions that an employer answers once for all learners of a list, with their rules. */
export const listStep = (journey: Journey): QuestionStep => ({
  slug: 'several-learners',
  title: 'Request DPPs for several learners with a list',
  questions: askedOnce(journey),
  rules: (answers, today) =>
    journey.steps.flatMap(({ rules }) => rules?.({ ...answers, requestedBy: 'employer' }, today) ?? []),
});

/** The agreement, which is asked when the list is sent. */
export const listConsent = ({ steps }: Journey): readonly Question[] =>
  steps.flatMap(({ questions }) => questions.filter(({ name }) => name === 'consent'));
