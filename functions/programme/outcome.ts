import type { FieldError } from '../../shared/kernel/field-error.ts';

/** The reply to the command line: data to print, or a refusal. */
export type Outcome =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly refusal: string; readonly errors?: readonly FieldError[] };
