import type { FieldProps } from './field-props.ts';
import { TextInput } from './text-input.tsx';

interface NumberInputProps extends FieldProps {
  readonly value?: string | undefined;
}

/** A text box with a number pad: `type=number` loses what it cannot read, and then we could not show it again. */
export const NumberInput = (props: NumberInputProps) => (
  <TextInput {...props} inputmode="numeric" width={5} spellcheck={false} />
);
