import type { FieldProps } from './field-props.ts';
import { TextInput } from './text-input.tsx';

interface NumberInputProps extends FieldProps {
  readonly value?: string | undefined;
}

/**
 * A text input with a numeric keypad. Does not use `type=number`, because browsers would discard invalid input, which
 * must be shown again with its error.
 */
export const NumberInput = (props: NumberInputProps) => (
  <TextInput {...props} inputmode="numeric" width={5} spellcheck={false} />
);
