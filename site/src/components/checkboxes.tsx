import { ChoiceItem } from './choice-item.tsx';
import type { FieldProps } from './field-props.ts';
import { Fieldset } from './fieldset.tsx';
import { optionId } from './option-id.ts';
import type { Choice } from './question-props.ts';

interface CheckboxesProps extends FieldProps {
  readonly values: readonly string[];
  readonly options: readonly Choice[];
}

/** Lists of more than ten options use two columns on wide screens. */
export const Checkboxes = ({ values, options, ...field }: CheckboxesProps) => (
  <Fieldset {...field}>
    <div class={`nhsuk-checkboxes${options.length > 10 ? ' app-choices--columns' : ''}`}>
      {options.map((option, index) => (
        <ChoiceItem
          key={option.value}
          type="checkbox"
          id={optionId(field.name, index)}
          name={field.name}
          option={option}
          checked={values.includes(option.value)}
        />
      ))}
    </div>
  </Fieldset>
);
