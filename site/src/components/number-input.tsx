import type { FieldProps } from './field-props.ts';
import { TextInput } from './text-input.tsx';

interface NumberInputProps extends FieldProps {
  readonly value?: string | undefined;
}

/**
 * A text input with a numeric keypad. `type=number` would discard invalid input, which we need to show again.
 */
export const NumberInput = (props: NumberInputProps) => (
  <TextInput {...props} inputmode="numeric" width={5} spellcheck={false} />
);
