/**
 * Reads an entry that must exist, because the same stage put it in.
 * @throws RangeError if it is missing
 */
export const requiredEntry = <Value>(entries: ReadonlyMap<string, Value>, id: string): Value => {
  const value = entries.get(id);
  if (value === undefined) throw new RangeError(`nothing is known of ${id}`);
  return value;
};
