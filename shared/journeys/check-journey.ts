import type { FieldError } from '../kernel/field-error.ts';
import { fieldErrorsOf } from '../kernel/field-errors.ts';
import type { Answers, AnswerValue, Journey, Question, QuestionStep } from './question.ts';

/** Answers after their check: tidied where good, as they came where not. */
export interface Checked {
  readonly answers: Answers;
  /** In the order of the questions, one a question. */
  readonly errors: readonly FieldError[];
}

/** The questions of a step that are asked, given everything answered so far. */
export const askedIn = (step: QuestionStep, answers: Answers): readonly Question[] =>
  step.questions.filter(({ when }) => when === undefined || when(answers));

type One = { readonly value: AnswerValue | undefined } | { readonly error: FieldError };

const checkOne = ({ name, schema }: Question, answers: Answers): One => {
  const parsed = schema.safeParse(answers[name]);
  if (parsed.success) return { value: parsed.data };
  const [first] = fieldErrorsOf(parsed.error);
  return { error: { ...first, field: name, message: first?.message ?? '' } };
};

/**
 * Checks one step against its questions' schemas, then its rules over several answers.
 * Questions that are not asked lose their answers; an answer that broke its own schema is not judged by the rules.
 */
export const checkStep = (step: QuestionStep, given: Answers, today: string): Checked => {
  const asked = askedIn(step, given);
  const broken: FieldError[] = [];
  const answers: Record<string, AnswerValue> = { ...given };
  const judged: Record<string, AnswerValue> = { ...given };
  for (const { name } of step.questions) {
    const question = asked.find((one) => one.name === name);
    const outcome = question === undefined ? { value: undefined } : checkOne(question, given);
    if ('error' in outcome) {
      broken.push(outcome.error);
      Reflect.deleteProperty(judged, name);
    } else if (outcome.value === undefined) {
      Reflect.deleteProperty(answers, name);
      Reflect.deleteProperty(judged, name);
    } else {
      answers[name] = outcome.value;
      judged[name] = outcome.value;
    }
  }
  const ruled = step.rules?.(judged, today) ?? [];
  const order = step.questions.map(({ name }) => name);
  const errors = order.flatMap((name) => {
    const error = [...broken, ...ruled].find(({ field }) => field === name);
    return error === undefined ? [] : [error];
  });
  return { answers, errors };
};

/** Checks every step in order: all errors of a whole body or a whole journey. */
export const checkJourney = ({ steps }: Pick<Journey, 'steps'>, given: Answers, today: string): Checked =>
  steps.reduce<Checked>(
    (sofar, step) => {
      const checked = checkStep(step, sofar.answers, today);
      return { answers: checked.answers, errors: [...sofar.errors, ...checked.errors] };
    },
    { answers: given, errors: [] },
  );
