import type { ComponentChildren } from 'preact';
import { ErrorMessage } from './error-message.tsx';
import { describedBy, type FieldProps, groupClass } from './field-props.ts';
import { Hint } from './hint.tsx';

interface FieldsetProps extends FieldProps {
  /** To be set for groups of text boxes, because some screen readers otherwise skip the hint. */
  readonly role?: 'group' | undefined;
  readonly children: ComponentChildren;
}

/** A group of inputs that together answer one question. */
export const Fieldset = ({ children, role, ...field }: FieldsetProps) => (
  <div class={groupClass(field.error)}>
    <fieldset class="nhsuk-fieldset" aria-describedby={describedBy(field)} role={role}>
      <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{field.label}</legend>
      <Hint name={field.name} text={field.hint} />
      <ErrorMessage name={field.name} text={field.error} />
      {children}
    </fieldset>
  </div>
);
