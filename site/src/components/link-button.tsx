import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

interface LinkButtonProps {
  readonly href: string;
  readonly children: ComponentChildren;
  /** Adds an arrow, for the button that starts a journey. */
  readonly start?: boolean | undefined;
}

/** A link styled as a button because it starts something. It remains a link for screen readers. */
export const LinkButton = ({ href, children, start }: LinkButtonProps) => (
  <a class="nhsuk-button app-link-button" href={href}>
    {children}
    {start && <Icon name="arrow" />}
  </a>
);
