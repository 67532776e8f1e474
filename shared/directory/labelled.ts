import * as z from 'zod';

/** An entry of a reference list as the public reads it: what programs compare and what people read. */
export const labelledSchema = z.strictObject({ id: z.string(), words: z.string() });
export type Labelled = z.infer<typeof labelledSchema>;

/** An id → the entry of its reference list; an id that left the list since it was stored stands for itself. */
export const labelled = (list: readonly Labelled[], id: string): Labelled => ({
  id,
  words: list.find((entry) => entry.id === id)?.words ?? id,
});
