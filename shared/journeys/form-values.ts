import type { Answers, AnswerValue, Question } from './question.ts';

export type FormValues = Readonly<Record<string, string | readonly string[]>>;

const fieldsOf = ({ name, kind }: Question, value: AnswerValue): FormValues => {
  if (typeof value === 'boolean') return { [name]: value ? 'yes' : 'no' };
  if (typeof value === 'number') return { [name]: String(value) };
  if (kind !== 'date' || typeof value !== 'string') return { [name]: value };
  const [year = '', month = '', day = ''] = value.split('-');
  return {
    [`${name}-day`]: String(Number(day)),
    [`${name}-month`]: String(Number(month)),
    [`${name}-year`]: year,
  };
};

/** Converts answers to form fields, to show them again. */
export const formValues = (questions: readonly Question[], answers: Answers): FormValues =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const value = answers[question.name];
      return value === undefined ? [] : Object.entries(fieldsOf(question, value));
    }),
  );

/** Converts submitted form fields, valid or not, to show them again with their errors. */
export const asTyped = (form: Readonly<Record<string, readonly string[] | undefined>>): FormValues =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, values]) =>
      values === undefined ? [] : [[name, values.length === 1 ? (values[0] ?? '') : values] as const],
    ),
  );
