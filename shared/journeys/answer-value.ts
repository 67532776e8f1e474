import * as z from 'zod';

/** The answer about one person in the list of a `people` question. */
const personAnswerSchema = z.strictObject({
  name: z.string().optional(),
  email: z.string().optional(),
  /** Name or address as free text, as the form of version 0.1.0 sent it. It is still accepted. */
  who: z.string().optional(),
  kinds: z.array(z.string()),
});
export type PersonAnswer = z.infer<typeof personAnswerSchema>;

/** An answer as it arrives in JSON, before its question has checked it. */
export const answerValueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.array(personAnswerSchema),
]);
