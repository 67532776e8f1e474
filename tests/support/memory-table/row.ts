const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Array.isArray(value);
};

/** Sets a property of the object itself, even if its name is `__proto__`. */
const put = (copy: Record<string, unknown>, name: string, value: unknown): void => {
  if (name === '__proto__')
    Object.defineProperty(copy, name, { value, enumerable: true, configurable: true, writable: true });
  else copy[name] = value;
};

/** Approximate length in characters of the values copied so far. */
let length = 0;

/** Lengths of large stored values, so that a value which is part of another is not measured again. */
const lengths = new WeakMap<object, number>();
const SMALL = 2_000;

const frozen = <Copy extends object>(copy: Copy, since: number): Copy => {
  if (length - since > SMALL) lengths.set(copy, length - since);
  return Object.freeze(copy);
};

const copied = (value: unknown): unknown => {
  if (typeof value === 'string') length += value.length + 2;
  else if (typeof value !== 'object' || value === null) length += 5;
  if (typeof value !== 'object' || value === null) return value;
  // A frozen value has been stored before and does not have to be copied.
  if (Object.isFrozen(value)) {
    length += lengths.get(value) ?? 0;
    return value;
  }
  const since = length;
  length += 2;
  if (Array.isArray(value))
    return frozen(
      value.map((one: unknown) => (one === undefined ? null : copied(one))),
      since,
    );
  if (!isPlain(value)) return copied(JSON.parse(JSON.stringify(value)));
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const given = (value as Record<string, unknown>)[name];
    if (given === undefined) continue;
    length += name.length + 4;
    put(copy, name, copied(given));
  }
  return frozen(copy, since);
};

/**
 * Copies a value as a table stores it: deeply frozen, without undefined properties.
 * @param most approximate limit in characters
 * @throws when the value is longer
 */
export const kept = <Value>(value: Value, most = Infinity): Value => {
  length = 0;
  const copy = copied(value) as Value;
  if (length > most) throw new Error('a row is too large');
  return copy;
};

/** Whether two stored values are equal, whatever the order of their keys. */
export const sayTheSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every(
      (name) =>
        Object.hasOwn(b, name) &&
        sayTheSame((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]),
    )
  );
};
