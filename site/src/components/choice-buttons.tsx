import { Button } from './button.tsx';

export interface ChoiceButtonsProps {
  readonly action: string;
  readonly choices: {
    /** Name of the query parameter. */
    readonly name: string;
    /** The choices; the first is the main button. */
    readonly options: readonly { readonly value: string; readonly label: string }[];
  };
}

/** Buttons that open the next page of a decision. They change nothing, because they send a GET. */
export const ChoiceButtons = ({ action, choices: { name, options } }: ChoiceButtonsProps) => (
  <form method="get" action={action}>
    {options.map(({ value, label }, index) => (
      <span key={value}>
        <Button variant={index === 0 ? 'primary' : 'secondary'} name={name} value={value}>
          {label}
        </Button>{' '}
      </span>
    ))}
  </form>
);
