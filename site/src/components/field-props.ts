/** Properties common to all fields. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** The `aria-describedby` of a field; undefined without a hint or error. */
export const describedBy = ({ name, hint, error }: FieldProps): string | undefined => {
  const ids = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
};

/** Class of the group around a field, which shows the red error bar. */
export const groupClass = (error: string | undefined): string =>
  error ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group';
