import { Button } from './button.tsx';
import { HiddenFields } from './hidden-fields.tsx';

export interface ButtonFormProps {
  readonly action: string;
  readonly buttonText: string;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Whether the button looks like a link, because few people press it. */
  readonly isSmall?: boolean | undefined;
  /** Text before the button. */
  readonly note?: string | undefined;
}

/** A form with a single button. */
export const ButtonForm = ({ action, buttonText, hidden = {}, isSmall, note }: ButtonFormProps) => (
  <form method="post" action={action}>
    <HiddenFields values={hidden} />
    {note && <span>{note} </span>}
    <Button variant={isSmall ? 'link' : 'primary'}>{buttonText}</Button>
  </form>
);
