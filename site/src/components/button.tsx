import type { ComponentChildren } from 'preact';

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly variant?: 'primary' | 'secondary' | 'warning' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
}

/** Sends its form; with scripts, a second press within a second does nothing. */
export const Button = ({ children, variant = 'primary', name, value }: ButtonProps) => (
  <button
    class={variant === 'primary' ? 'nhsuk-button' : `nhsuk-button nhsuk-button--${variant}`}
    type="submit"
    name={name}
    value={value}
    data-once
  >
    {children}
  </button>
);
