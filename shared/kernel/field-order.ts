import type { FieldError } from './field-error.ts';

/** Maximum number of errors, so that a small bad request does not cause a large answer. */
const MAX_ERRORS = 100;

/**
 * Sorts errors by the order of the questions, unknown fields last. Keeps the first error per field, at most
 * 100.
 * @param names the questions' names, in order
 */
export const errorsInOrder = (
  found: readonly FieldError[],
  names: readonly string[],
): readonly FieldError[] => {
  const first = new Map<string, FieldError>();
  for (const error of found) if (!first.has(error.field)) first.set(error.field, error);
  const place = ({ field }: FieldError): number =>
    names.includes(field) ? names.indexOf(field) : names.length;
  return [...first.values()].sort((a, b) => place(a) - place(b)).slice(0, MAX_ERRORS);
};
