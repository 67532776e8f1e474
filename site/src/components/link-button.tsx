import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

interface LinkButtonProps {
  readonly href: string;
  readonly children: ComponentChildren;
  readonly variant?: 'start' | 'secondary' | 'reverse' | undefined;
}

/** A link that looks like a button because it begins something; it stays a link to every reader. */
export const LinkButton = ({ href, children, variant }: LinkButtonProps) => (
  <a
    class={`nhsuk-button app-link-button${variant && variant !== 'start' ? ` nhsuk-button--${variant}` : ''}`}
    href={href}
  >
    {children}
    {variant === 'start' && <Icon name="arrow" />}
  </a>
);
