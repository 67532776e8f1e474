import type { FieldProps } from './field-props.ts';
import { Fieldset } from './fieldset.tsx';

interface DateInputProps extends FieldProps {
  readonly day?: string | undefined;
  readonly month?: string | undefined;
  readonly year?: string | undefined;
}

/**
 * Submits `{name}-day`, `{name}-month` and `{name}-year`. The id of the day input is the field's name, so
 * that error links lead there.
 */
export const DateInput = ({ day, month, year, ...field }: DateInputProps) => {
  const parts = [
    { part: 'day', label: 'Day', id: field.name, value: day, width: 2 },
    { part: 'month', label: 'Month', id: `${field.name}-month`, value: month, width: 2 },
    { part: 'year', label: 'Year', id: `${field.name}-year`, value: year, width: 4 },
  ];
  return (
    <Fieldset {...field} role="group">
      <div class="nhsuk-date-input">
        {parts.map(({ part, label, id, value, width }) => (
          <div class="nhsuk-date-input__item" key={part}>
            <label class="nhsuk-label nhsuk-date-input__label" for={id}>
              {label}
            </label>
            <input
              class={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width.toString()}${field.error ? ' nhsuk-input--error' : ''}`}
              id={id}
              name={`${field.name}-${part}`}
              type="text"
              inputmode="numeric"
              value={value}
              aria-invalid={field.error ? 'true' : undefined}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  );
};
