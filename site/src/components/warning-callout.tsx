import type { ComponentChildren } from 'preact';

interface WarningCalloutProps {
  readonly heading: string;
  readonly children: ComponentChildren;
}

/**
 * A warning in a yellow box. The hidden word "Important" tells users of screen readers what the colour means.
 */
export const WarningCallout = ({ heading, children }: WarningCalloutProps) => (
  <div class="nhsuk-card nhsuk-card--warning">
    <div class="nhsuk-card__content">
      <h2 class="nhsuk-card__heading nhsuk-heading-m">
        <span class="nhsuk-u-visually-hidden">Important: </span>
        {heading}
      </h2>
      {children}
    </div>
  </div>
);
