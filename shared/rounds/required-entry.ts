/** Reads an entry that must be there: what a stage gives out was put in by the same stage. */
export const requiredEntry = <Value>(entries: ReadonlyMap<string, Value>, id: string): Value => {
  const value = entries.get(id);
  if (value === undefined) throw new RangeError(`nothing is known of ${id}`);
  return value;
};
