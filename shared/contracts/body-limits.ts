/** Limits of the body of a request. */
export const bodyLimits = {
  /** Far more than the longest form needs, even with all earlier answers in hidden fields. */
  kilobytes: 64,
  /** Levels of nesting in JSON. */
  levels: 32,
  /** Values in JSON. */
  values: 1_000,
  /** Fields in a form. */
  fields: 1_000,
} as const;
