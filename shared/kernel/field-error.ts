import * as z from 'zod';

/** An error in one field and how to correct it. `field` is the question's name, or "" for the whole form. */
export const fieldErrorSchema = z.strictObject({
  field: z.string(),
  message: z.string(),
  rule: z.string().optional(),
});
export type FieldError = z.infer<typeof fieldErrorSchema>;
