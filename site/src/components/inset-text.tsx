import type { ComponentChildren } from 'preact';

export const InsetText = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="nhsuk-inset-text">
    <span class="nhsuk-u-visually-hidden">Information: </span>
    {children}
  </div>
);
