import { bodyLimits } from '../../../shared/contracts/body-limits.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { FieldError } from '../../../shared/kernel/field-error.ts';
import { fieldsNotAccepted } from './fields-not-accepted.ts';
import type { Problem } from './http-message.ts';
import { problemOf } from './problem.ts';

const MAX_ERRORS = 100;

/**
 * Measures nesting by counting brackets outside strings, so that deeply nested text is rejected before
 * parsing.
 */
const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inText) {
      if (character === '\\') index += 1;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, (depth += 1));
    else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
};

interface Found {
  readonly field: string;
  readonly name: string;
  readonly value: unknown;
}

const partsOf = ({ field, value }: Found): readonly Found[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, part]: [string, unknown]) => ({
    field: field === '' ? name : `${field}.${name}`,
    name,
    value: part,
  }));
};

const parse = (text: string): Result<unknown, Problem> => {
  try {
    const value: unknown = JSON.parse(text);
    return accepted(value);
  } catch {
    return refused(problemOf('json-not-readable'));
  }
};

const broken = (field: string): FieldError => ({
  field,
  message: 'This text contains an invalid character. Type it again',
  rule: 'broken-character',
});

/**
 * Parses a JSON body.
 * @returns its value, or a problem. The problem is 400 if the body is malformed, is nested deeper than 32 levels,
 *   has more than 1,000 values, or contains a field name that only attacks use. It is 422, with the names of the
 *   fields, if a string is not well-formed Unicode.
 */
export const readJson = (text: string): Result<unknown, Problem> => {
  if (depthOf(text) > bodyLimits.levels) return refused(problemOf('json-too-deep'));
  const parsed = parse(text);
  if (!parsed.ok) return parsed;

  const errors: FieldError[] = [];
  const queue: Found[] = [{ field: '', name: '', value: parsed.value }];
  for (let next = queue[0], count = 0; next !== undefined; next = queue[(count += 1)]) {
    if (count > bodyLimits.values) return refused(problemOf('json-too-many-values'));
    if (next.name === '__proto__' || !next.name.isWellFormed())
      return refused(problemOf('json-name-not-allowed'));
    if (typeof next.value === 'string' && !next.value.isWellFormed() && errors.length < MAX_ERRORS)
      errors.push(broken(next.field));
    queue.push(...partsOf(next));
  }
  if (errors.length === 0) return parsed;
  return refused(fieldsNotAccepted(errors));
};
