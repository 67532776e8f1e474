/**
 * Reads an array element and throws a RangeError if it is missing. There is one function per array type,
 * because a single polymorphic function is slow in the solver's loops.
 */
export const intAt = (array: Int32Array, index: number): number => {
  const value = array[index];
  if (value === undefined) throw new RangeError(`no element ${index}`);
  return value;
};

export const numberAt = (array: Float64Array, index: number): number => {
  const value = array[index];
  if (value === undefined) throw new RangeError(`no element ${index}`);
  return value;
};

export const itemAt = <Item>(array: readonly Item[], index: number): Item => {
  const value = array[index];
  if (value === undefined) throw new RangeError(`no element ${index}`);
  return value;
};
