import { readDay } from '../kernel/read-day.ts';
import { optionIn, readWritten } from './read-written.ts';
import type { PersonAnswer } from './answer-value.ts';
import type { Answers, AnswerValue, Question } from './question.ts';

/** A submitted form with all values of each field. */
export type Form = Readonly<Record<string, readonly string[] | undefined>>;

const box = (form: Form, name: string): string => form[name]?.[0]?.trim() ?? '';

/**
 * Combines three boxes into a day. A day that was written or pasted whole into one of them is read too. Invalid input
 * becomes text such as "31/02/", which the question's schema then rejects.
 */
const dayFrom = (form: Form, name: string): string | undefined => {
  const boxes = ['day', 'month', 'year'].map((part) => box(form, `${name}-${part}`));
  const written = boxes.filter((one) => one !== '');
  if (written.length === 0) return box(form, name) === '' ? undefined : box(form, name);
  const [pasted = '', ...others] = written;
  return (
    readDay(written.join(' ')) ??
    (others.length === 0 && /\S[\s/.-]+\S|^[a-z]{3}/iu.test(pasted) && boxes[0] === pasted
      ? pasted
      : boxes.join('/'))
  );
};

/** Reads the entries of a list of people, and skips those in which nothing was written or selected. */
const peopleFrom = ({ name, people = 0 }: Question, form: Form): readonly PersonAnswer[] =>
  Array.from({ length: people }, (_, index) => `${name}-${index + 1}`).flatMap((entry) => {
    const written = box(form, `${entry}-name`);
    const email = box(form, `${entry}-email`);
    const kinds = [...(form[`${entry}-kinds`] ?? [])];
    if (written === '' && email === '' && kinds.length === 0) return [];
    return [{ ...(written === '' ? {} : { name: written }), ...(email === '' ? {} : { email }), kinds }];
  });

const valueFrom = (question: Question, form: Form): AnswerValue | undefined => {
  const written = box(form, question.name);
  switch (question.kind) {
    case 'date':
      return dayFrom(form, question.name);
    case 'checkboxes': {
      const chosen = (form[question.name] ?? []).map((one) => optionIn(question, one));
      return chosen.length === 0 && question.optional ? undefined : chosen;
    }
    case 'people': {
      const people = peopleFrom(question, form);
      return people.length === 0 ? undefined : people;
    }
    case 'textarea':
    case 'text':
    case 'email':
    case 'tel':
    case 'suggest':
    case 'outcode':
    case 'radios':
    case 'select':
    case 'number':
    case 'hours':
      return written === '' ? undefined : readWritten(question, form[question.name]?.[0] ?? '');
    case 'yes-no': {
      const read = readWritten(question, written);
      if (typeof read === 'boolean') return read;
      // Keeps other text, so that the check refuses it where the question may be left empty.
      return written === '' ? undefined : written;
    }
    case 'agree': {
      const read = readWritten(question, written);
      return typeof read === 'boolean' ? read : undefined;
    }
  }
};

/** Converts form fields to typed answers, without checking them. An empty field gives no answer. */
export const parseForm = (questions: readonly Question[], form: Form): Answers =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const value = valueFrom(question, form);
      return value === undefined ? [] : [[question.name, value] as const];
    }),
  );
