/**
 * Reads an entry that must exist, because the same stage added it.
 * @throws RangeError if it is missing
 */
export const requiredEntry = <Value>(entries: ReadonlyMap<string, Value>, id: string): Value => {
  const value = entries.get(id);
  if (value === undefined) throw new RangeError(`nothing is known of ${id}`);
  return value;
};
