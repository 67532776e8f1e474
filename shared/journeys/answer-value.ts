import * as z from 'zod';

/** One person of a list, as answered: what a `people` question asks about each. */
const personAnswerSchema = z.strictObject({
  name: z.string().optional(),
  email: z.string().optional(),
  /** Name or address as free text: the form of 0.1.0, still accepted. */
  who: z.string().optional(),
  kinds: z.array(z.string()),
});
export type PersonAnswer = z.infer<typeof personAnswerSchema>;

/** An answer as JSON carries it, not yet checked by its question. */
export const answerValueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.array(personAnswerSchema),
]);
