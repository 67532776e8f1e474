import type { PersonAnswer } from './answer-value.ts';
import { listIn, peopleIn } from './answers.ts';
import type { Answers, AnswerValue, Question } from './question.ts';

export type FormValues = Readonly<Record<string, string | readonly string[]>>;

const fieldsOfPerson =
  (name: string) =>
  (
    { name: written, email, who, kinds }: PersonAnswer,
    index: number,
  ): readonly [string, string | readonly string[]][] => {
    const entry = `${name}-${index + 1}`;
    return [
      [`${entry}-name`, written ?? (who?.includes('@') === false ? who : '')],
      [`${entry}-email`, email ?? (who?.includes('@') === true ? who : '')],
      [`${entry}-kinds`, kinds],
    ];
  };

const fieldsOf = ({ name, kind }: Question, value: AnswerValue): FormValues => {
  if (typeof value === 'boolean') return { [name]: value ? 'yes' : 'no' };
  if (typeof value === 'number') return { [name]: String(value) };
  if (kind === 'people')
    return Object.fromEntries(peopleIn({ [name]: value }, name).flatMap(fieldsOfPerson(name)));
  if (typeof value === 'object') return { [name]: listIn({ [name]: value }, name) };
  if (kind !== 'date') return { [name]: value };
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
