import * as z from 'zod';
import type { FieldError } from '../../../shared/kernel/field-error.ts';
import { answerValueSchema } from '../../../shared/journeys/answer-value.ts';
import type { Answers, AnswerValue, Journey } from '../../../shared/journeys/question.ts';

const bodySchema = z.record(z.string(), z.unknown());

const organisationSchema = z.union([
  z.strictObject({ code: z.string() }).transform(({ code }) => `(${code.trim()})`),
  z.strictObject({ name: z.string() }).transform(({ name }) => name),
]);

/** Converts an organisation that is given as an object to the text that a form would have: "(FZZ99)" for a code. */
const organisationIn = (value: unknown): unknown => organisationSchema.safeParse(value).data ?? value;

interface Read {
  readonly answers: Answers;
  /** Errors for unknown fields and for values of a wrong type. */
  readonly errors: readonly FieldError[];
}

/** Reads answers from a JSON body without checking them against the questions. */
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
  const known = new Set([
    ...steps.flatMap(({ questions }) => questions.map(({ name }) => name)),
    ...Object.keys(former?.fields ?? {}),
  ]);
  const organisations = new Set(
    steps.flatMap(({ questions }) =>
      questions.filter(({ kind }) => kind === 'suggest').map(({ name }) => name),
    ),
  );
  const answers: [string, AnswerValue][] = [];
  const errors: FieldError[] = [];
  for (const [field, value] of Object.entries(record.data)) {
    const read = answerValueSchema.safeParse(organisations.has(field) ? organisationIn(value) : value);
    if (!known.has(field))
      errors.push({ field, message: 'We do not recognise this field', rule: 'unknown-field' });
    else if (read.success) answers.push([field, read.data]);
    else errors.push({ field, message: 'This field needs a different type of value', rule: 'wrong-type' });
  }
  const read = Object.fromEntries(answers);
  return { answers: former === undefined ? read : former.convert(read), errors };
};
