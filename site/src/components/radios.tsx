import { ChoiceItem } from './choice-item.tsx';
import type { FieldProps } from './field-props.ts';
import { Fieldset } from './fieldset.tsx';
import { optionId } from './option-id.ts';
import type { Choice } from './question-props.ts';

interface RadiosProps extends FieldProps {
  readonly value?: string | undefined;
  readonly options: readonly Choice[];
  readonly inline?: boolean | undefined;
}

export const Radios = ({ value, options, inline, ...field }: RadiosProps) => (
  <Fieldset {...field}>
    <div class={`nhsuk-radios${inline ? ' nhsuk-radios--inline' : ''}`}>
      {options.map((option, index) => (
        <ChoiceItem
          key={option.value}
          type="radio"
          id={optionId(field.name, index)}
          name={field.name}
          option={option}
          checked={option.value === value}
        />
      ))}
    </div>
  </Fieldset>
);
