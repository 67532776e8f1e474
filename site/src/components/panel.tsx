import type { ComponentChildren } from 'preact';

/** The green confirmation box; its title is the page's `h1`. */
export const Panel = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ComponentChildren;
}) => (
  <div class="nhsuk-panel">
    <h1 class="nhsuk-panel__title">{title}</h1>
    {children && <div class="nhsuk-panel__body">{children}</div>}
  </div>
);
