import type { FieldError } from '../../../shared/kernel/field-error.ts';
import type { Problem } from './http-message.ts';

/** Problem for rejected answers, with a message for each field. */
export const fieldsNotAccepted = (errors: readonly FieldError[]): Problem => ({
  status: 422,
  code: 'fields-not-accepted',
  title: 'Some fields need attention',
  errors,
});
