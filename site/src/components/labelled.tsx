import type { ComponentChildren } from 'preact';
import { ErrorMessage } from './error-message.tsx';
import { type FieldProps, groupClass } from './field-props.ts';
import { Hint } from './hint.tsx';

interface LabelledProps extends FieldProps {
  readonly children: ComponentChildren;
}

/** An input with label, hint and error, in the order in which screen readers should read them. */
export const Labelled = ({ children, name, label, hint, error }: LabelledProps) => (
  <div class={groupClass(error)}>
    <label class="nhsuk-label nhsuk-label--s" for={name}>
      {label}
    </label>
    <Hint name={name} text={hint} />
    <ErrorMessage name={name} text={error} />
    {children}
  </div>
);
