/** Limits on the body of an HTTP request. */
export const bodyLimits = {
  /** Far more than the longest form needs, even with all earlier answers in hidden fields. */
  kilobytes: 64,
  /** Maximum number of levels of nesting in JSON. */
  levels: 32,
  /** Maximum number of values in JSON. */
  values: 1_000,
  /** Maximum number of fields in a form. */
  fields: 1_000,
} as const;
