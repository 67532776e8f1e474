import { describedBy, type FieldProps } from './field-props.ts';
import { Labelled } from './labelled.tsx';
import type { Choice } from './question-props.ts';

export interface TextInputProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | undefined;
  readonly inputmode?: 'numeric' | 'decimal' | 'email' | 'search' | undefined;
  readonly autocomplete?: string | undefined;
  readonly width?: 5 | 10 | 20 | undefined;
  readonly spellcheck?: boolean | undefined;
  /** Suggested values; others can be typed. */
  readonly suggestions?: readonly Choice[] | undefined;
}

export const TextInput = ({
  value,
  type = 'text',
  inputmode,
  autocomplete,
  width,
  spellcheck,
  suggestions,
  ...field
}: TextInputProps) => (
  <Labelled {...field}>
    <input
      class={`nhsuk-input${width ? ` nhsuk-input--width-${width}` : ''}${field.error ? ' nhsuk-input--error' : ''}`}
      id={field.name}
      name={field.name}
      type={type}
      value={value}
      inputmode={inputmode}
      autocomplete={autocomplete}
      spellcheck={spellcheck}
      list={suggestions && `${field.name}-suggestions`}
      aria-describedby={describedBy(field)}
      aria-invalid={field.error ? 'true' : undefined}
    />
    {suggestions && (
      <datalist id={`${field.name}-suggestions`}>
        {suggestions.map(({ value: known, label }) => (
          <option key={known} value={label} />
        ))}
      </datalist>
    )}
  </Labelled>
);
