import * as z from 'zod';

/** An entry of a reference list as the public reads it: what programs compare and what people read. */
export const namedSchema = z.strictObject({ id: z.string(), words: z.string() });
export type Named = z.infer<typeof namedSchema>;

/** An id → the entry of its reference list; an id that left the list since it was stored stands for itself. */
export const named = (list: readonly Named[], id: string): Named => ({
  id,
  words: list.find((entry) => entry.id === id)?.words ?? id,
});
