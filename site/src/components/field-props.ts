/** What every field takes: a name, the words around it and what was answered before. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** The `aria-describedby` of a field, or nothing when there is neither a hint nor an error. */
export const describedBy = ({ name, hint, error }: FieldProps): string | undefined => {
  const ids = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
};

/** The class of the group around a field; the red bar belongs to the group. */
export const groupClass = (error: string | undefined): string =>
  error ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group';
