import type { Choice } from './question-props.ts';

interface ChoiceItemProps {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly option: Choice;
  readonly checked: boolean;
}

const classes = {
  radio: {
    item: 'nhsuk-radios__item',
    input: 'nhsuk-radios__input',
    label: 'nhsuk-label nhsuk-radios__label',
    hint: 'nhsuk-hint nhsuk-radios__hint',
  },
  checkbox: {
    item: 'nhsuk-checkboxes__item',
    input: 'nhsuk-checkboxes__input',
    label: 'nhsuk-label nhsuk-checkboxes__label',
    hint: 'nhsuk-hint nhsuk-checkboxes__hint',
  },
} as const;

/** A radio button or checkbox with its label and hint. */
export const ChoiceItem = ({ type, id, name, option, checked }: ChoiceItemProps) => {
  const { item, input, label, hint } = classes[type];
  const hintId = option.hint ? `${id}-item-hint` : undefined;
  return (
    <div class={item}>
      <input
        class={input}
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        aria-describedby={hintId}
      />
      <label class={label} for={id}>
        {option.label}
      </label>
      {hintId && (
        <div class={hint} id={hintId}>
          {option.hint}
        </div>
      )}
    </div>
  );
};
