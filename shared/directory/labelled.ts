import * as z from 'zod';

/** An entry of a reference list: its id for programs, its words for people. */
export const labelledSchema = z.strictObject({ id: z.string(), words: z.string() });
export type Labelled = z.infer<typeof labelledSchema>;

/**
 * Returns the entry of a reference list for an id. If the id is no longer in the list, the entry has the id
 * itself as its words.
 */
export const labelled = (list: readonly Labelled[], id: string): Labelled => ({
  id,
  words: list.find((entry) => entry.id === id)?.words ?? id,
});
