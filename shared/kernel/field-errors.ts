import type { z } from 'zod';
import type { FieldError } from './field-error.ts';
import { errorsInOrder } from './field-order.ts';

const RULE_BY_ISSUE = new Map([
  ['invalid_type', 'wrong-type'],
  ['unrecognized_keys', 'unknown-field'],
  ['too_small', 'too-small'],
  ['too_big', 'too-large'],
  ['invalid_value', 'not-an-option'],
  ['invalid_format', 'wrong-format'],
]);

const ruleOf = (issue: z.core.$ZodIssue): string => {
  const named: unknown = issue.code === 'custom' ? issue.params?.['rule'] : undefined;
  return typeof named === 'string' ? named : (RULE_BY_ISSUE.get(issue.code) ?? 'not-accepted');
};

const fieldOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

const errorsOf = (issue: z.core.$ZodIssue): readonly FieldError[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({
        field: fieldOf([...issue.path, key]),
        message: 'We do not recognise this field',
        rule: 'unknown-field',
      }))
    : [{ field: fieldOf(issue.path), message: issue.message, rule: ruleOf(issue) }];

/** Converts zod's issues into errors by field ("sites.0.outcode"): the first per field, at most 100. */
export const fieldErrorsOf = (error: z.core.$ZodError): readonly FieldError[] =>
  errorsInOrder(error.issues.flatMap(errorsOf), []);
