import * as z from 'zod';

/** What is wrong with one field, and what to do about it. `field` is the question's name; "" for the whole form. */
export const fieldErrorSchema = z.strictObject({
  field: z.string(),
  message: z.string(),
  rule: z.string().optional(),
});
export type FieldError = z.infer<typeof fieldErrorSchema>;
