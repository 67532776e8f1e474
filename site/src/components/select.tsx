import { describedBy, type FieldProps } from './field-props.ts';
import { Labelled } from './labelled.tsx';
import type { Choice } from './question-props.ts';

interface SelectProps extends FieldProps {
  readonly value?: string | undefined;
  readonly options: readonly Choice[];
  /** Text of the empty first option; omit if an option is always selected. */
  readonly emptyLabel?: string | undefined;
}

export const Select = ({ value = '', options, emptyLabel, ...field }: SelectProps) => (
  <Labelled {...field}>
    <select
      class={`nhsuk-select${field.error ? ' nhsuk-select--error' : ''}`}
      id={field.name}
      name={field.name}
      aria-describedby={describedBy(field)}
      aria-invalid={field.error ? 'true' : undefined}
    >
      {emptyLabel && (
        <option value="" selected={value === ''}>
          {emptyLabel}
        </option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  </Labelled>
);
