import type { FieldError } from './field-error.ts';

/** More would help nobody and make a small bad request a large answer. */
const MOST = 100;

/**
 * Errors as they are told: the first of each field, in the order of the questions, unknown fields last, 100 at most.
 * @param names of the questions, in order
 */
export const errorsInOrder = (
  found: readonly FieldError[],
  names: readonly string[],
): readonly FieldError[] => {
  const first = new Map<string, FieldError>();
  for (const error of found) if (!first.has(error.field)) first.set(error.field, error);
  const place = ({ field }: FieldError): number =>
    names.includes(field) ? names.indexOf(field) : names.length;
  return [...first.values()].sort((a, b) => place(a) - place(b)).slice(0, MOST);
};
