import type { Choice } from './question.ts';

interface ChoiceItemProps {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly option: Choice;
  readonly checked: boolean;
}

/** One radio button or one checkbox with its label and hint. */
export const ChoiceItem = ({ type, id, name, option, checked }: ChoiceItemProps) => {
  const block = type === 'radio' ? 'nhsuk-radios' : 'nhsuk-checkboxes';
  const hintId = option.hint ? `${id}-item-hint` : undefined;
  return (
    <div class={`${block}__item`}>
      <input
        class={`${block}__input`}
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        aria-describedby={hintId}
      />
      <label class={`nhsuk-label ${block}__label`} for={id}>
        {option.label}
      </label>
      {hintId && (
        <div class={`nhsuk-hint ${block}__hint`} id={hintId}>
          {option.hint}
        </div>
      )}
    </div>
  );
};
