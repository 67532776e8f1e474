/** Fields that hold hours in quarters, at any depth of a stored value. */
const fields = ['hours', 'hoursPerWeek', 'namedDppHours', 'spokeHours'] as const;

const exactly = (field: string): string => `${field}Exact`;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Converts each object of a value, the innermost first. Returns the same value if nothing in it changes. */
const eachObject = (value: unknown, convert: (fields: Fields) => Fields): unknown => {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const converted = items.map((item) => eachObject(item, convert));
    return converted.every((item, index) => item === items[index]) ? value : converted;
  }
  if (!isFields(value)) return value;
  const entries = Object.entries(value);
  const converted = entries.map(([field, part]) => [field, eachObject(part, convert)] as const);
  const same = converted.every(([, part], index) => part === entries[index]?.[1]);
  return convert(same ? value : Object.fromEntries(converted));
};

/**
 * Stores parts of an hour beside the whole hours: 7.5 as `hours: 7, hoursExact: 7.5`. Versions before 0.5.0 read only
 * whole hours, and keep fields that they do not know.
 */
export const asWholeHours = (value: unknown): unknown =>
  eachObject(value, (given) =>
    fields.reduce((sofar, field) => {
      const hours = given[field];
      return typeof hours !== 'number' || Number.isInteger(hours)
        ? sofar
        : { ...sofar, [field]: Math.floor(hours), [exactly(field)]: hours };
    }, given),
  );

/** Reads what `asWholeHours` stored. Whole hours that an earlier version has changed since then count. */
export const asExactHours = (value: unknown): unknown =>
  eachObject(value, (stored) =>
    fields.reduce((sofar, field) => {
      const { [exactly(field)]: exact, ...others } = sofar;
      if (typeof exact !== 'number') return sofar;
      return Math.floor(exact) === others[field] ? { ...others, [field]: exact } : others;
    }, stored),
  );
