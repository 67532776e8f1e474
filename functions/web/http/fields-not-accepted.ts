import type { FieldError } from '../../../shared/kernel/field-error.ts';
import type { Problem } from './http-message.ts';
import { problemOf } from './problem.ts';

/** Most errors in one answer: further ones help nobody, and a body can cause thousands. */
const MOST_ERRORS = 100;

/** Problem for rejected answers, with a message for each of the first hundred fields. */
export const fieldsNotAccepted = (errors: readonly FieldError[]): Problem =>
  problemOf('fields-not-accepted', { errors: errors.slice(0, MOST_ERRORS) });
