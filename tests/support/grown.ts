/** Properties that are maps, whose keys are data. A field added to a map would be another entry and not a new field. */
const RECORDS: ReadonlySet<string> = new Set(['facts', 'prices']);

/** The field that a later version adds. */
export const ADDED = 'addedLater';

/** Returns a value as a later version may store it: with one more field in each object, at every depth. */
export const grown = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(grown);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(
    ([name, field]: [string, unknown]) => [name, RECORDS.has(name) ? field : grown(field)] as const,
  );
  return { ...Object.fromEntries(fields), [ADDED]: { by: 'a later version' } };
};

/** Counts the fields that `grown` has added to a value. */
export const growthOf = (value: unknown): number => JSON.stringify(value).split(`"${ADDED}":`).length - 1;
