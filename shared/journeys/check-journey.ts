import type { FieldError } from '../kernel/field-error.ts';
import { fieldErrorsOf } from '../kernel/field-errors.ts';
import type { Answers, AnswerValue, Journey, Question, QuestionStep } from './question.ts';

/** Answers after checking: normalised if valid, unchanged if not. */
export interface Checked {
  readonly answers: Answers;
  /** Errors in the order of the questions, at most one per question. */
  readonly errors: readonly FieldError[];
}

/** The questions of a step that apply, given all answers so far, as they are asked with these answers. */
export const askedIn = (step: QuestionStep, answers: Answers): readonly Question[] =>
  step.questions
    .filter(({ when }) => when === undefined || when(answers))
    .map((question) =>
      question.adapt === undefined ? question : { ...question, ...question.adapt(answers) },
    );

/** The steps of a journey that have a question, given all answers so far. */
export const stepsFor = ({ steps }: Pick<Journey, 'steps'>, answers: Answers): readonly QuestionStep[] =>
  steps.filter((step) => askedIn(step, answers).length > 0);

type One = { readonly value: AnswerValue | undefined } | { readonly error: FieldError };

const checkOne = ({ name, schema }: Question, answers: Answers): One => {
  const parsed = schema.safeParse(answers[name]);
  if (parsed.success) return { value: parsed.data };
  const [first] = fieldErrorsOf(parsed.error);
  return { error: { ...first, field: name, message: first?.message ?? '' } };
};

/**
 * Checks one step: its questions' schemas, then its rules across answers. Removes answers to questions that
 * do not apply. Rules ignore answers that failed their schema.
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

/** Checks all steps in order, and collects all errors. */
export const checkJourney = ({ steps }: Pick<Journey, 'steps'>, given: Answers, today: string): Checked =>
  steps.reduce<Checked>(
    (sofar, step) => {
      const checked = checkStep(step, sofar.answers, today);
      return { answers: checked.answers, errors: [...sofar.errors, ...checked.errors] };
    },
    { answers: given, errors: [] },
  );
