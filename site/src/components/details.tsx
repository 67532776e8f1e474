import type { ComponentChildren } from 'preact';

interface DetailsProps {
  readonly summary: string;
  readonly open?: boolean | undefined;
  readonly children: ComponentChildren;
}

export const Details = ({ summary, open, children }: DetailsProps) => (
  <details class="nhsuk-details" open={open}>
    <summary class="nhsuk-details__summary">
      <span class="nhsuk-details__summary-text">{summary}</span>
    </summary>
    <div class="nhsuk-details__text">{children}</div>
  </details>
);
