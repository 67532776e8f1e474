import type { ComponentChildren } from 'preact';

const classes = {
  primary: 'nhsuk-button',
  secondary: 'nhsuk-button nhsuk-button--secondary',
  warning: 'nhsuk-button nhsuk-button--warning',
  link: 'app-button-link',
} as const;

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly variant?: keyof typeof classes | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
}

/** Submits its form. With scripts, a second press within a second is ignored. */
export const Button = ({ children, variant = 'primary', name, value }: ButtonProps) => (
  <button class={classes[variant]} type="submit" name={name} value={value} data-once>
    {children}
  </button>
);
