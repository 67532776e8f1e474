import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

interface LinkButtonProps {
  readonly href: string;
  readonly children: ComponentChildren;
  /** The green button that begins a journey has an arrow. */
  readonly start?: boolean | undefined;
}

/** A link that looks like a button because it begins something; it stays a link to every reader. */
export const LinkButton = ({ href, children, start }: LinkButtonProps) => (
  <a class="nhsuk-button app-link-button" href={href}>
    {children}
    {start && <Icon name="arrow" />}
  </a>
);
