import * as z from 'zod';
import type { FieldError } from '../../../shared/kernel/field-error.ts';
import { answerValueSchema } from '../../../shared/journeys/answer-value.ts';
import type { Answers, AnswerValue, Journey, Question } from '../../../shared/journeys/question.ts';
import { optionIn, readWritten } from '../../../shared/journeys/read-written.ts';

const bodySchema = z.record(z.string(), z.unknown());

const organisationSchema = z.union([
  z.strictObject({ code: z.string() }).transform(({ code }) => `(${code.trim()})`),
  z.strictObject({ name: z.string() }).transform(({ name }) => name),
]);

/** Converts an organisation that is given as an object to the text that a form would have: "(FZZ99)" for a code. */
const organisationIn = (value: unknown): unknown => organisationSchema.safeParse(value).data ?? value;

/** Kinds of question whose answer may be all digits. */
const MAY_BE_DIGITS: ReadonlySet<Question['kind']> = new Set(['text', 'tel']);

/**
 * Reads a value as the same answer in a form would be read: text for any kind of question, a number where text is asked for,
 * one option where a list is.
 */
const meantBy = (question: Question | undefined, value: AnswerValue): AnswerValue => {
  if (question === undefined) return value;
  if (question.kind === 'checkboxes') {
    const chosen = z.array(z.string()).safeParse(typeof value === 'string' ? [value] : value);
    return chosen.success ? chosen.data.map((one) => optionIn(question, one)) : value;
  }
  if (typeof value === 'number' && MAY_BE_DIGITS.has(question.kind)) return String(value);
  return typeof value === 'string' ? readWritten(question, value) : value;
};

interface Read {
  readonly answers: Answers;
  /** Errors for unknown fields and for values of a wrong type. */
  readonly errors: readonly FieldError[];
}

/** Reads answers from a JSON body as a form's are read, without checking them against the questions. */
export const parseJsonAnswers = (
  { steps, former }: Pick<Journey, 'steps' | 'former'>,
  body: unknown,
): Read => {
  const record = bodySchema.safeParse(body);
  if (!record.success)
    return {
      answers: {},
      errors: [{ field: '', message: 'Send a JSON object with the answers', rule: 'wrong-type' }],
    };
  const questions = new Map(
    steps.flatMap((step) => step.questions.map((question) => [question.name, question] as const)),
  );
  const formerFields = new Set(Object.keys(former?.fields ?? {}));
  const answers: [string, AnswerValue][] = [];
  const errors: FieldError[] = [];
  for (const [field, value] of Object.entries(record.data)) {
    const question = questions.get(field);
    const read = answerValueSchema.safeParse(question?.kind === 'suggest' ? organisationIn(value) : value);
    if (question === undefined && !formerFields.has(field))
      errors.push({ field, message: 'We do not recognise this field', rule: 'unknown-field' });
    else if (read.success) answers.push([field, meantBy(question, read.data)]);
    else errors.push({ field, message: 'This field needs a different type of value', rule: 'wrong-type' });
  }
  const read = Object.fromEntries(answers);
  return { answers: former === undefined ? read : former.convert(read), errors };
};
