import type { FieldError } from '../../../shared/kernel/field-error.ts';
import type { Problem } from './http-message.ts';
import { problemOf } from './problem.ts';

/** Problem for rejected answers, with a message for each field. */
export const fieldsNotAccepted = (errors: readonly FieldError[]): Problem =>
  problemOf('fields-not-accepted', { errors });
