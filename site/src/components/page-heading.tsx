export interface PageHeadingProps {
  readonly title: string;
  /** The larger task that the page belongs to. Screen readers read it out before the heading. */
  readonly caption?: string | undefined;
}

export const PageHeading = ({ title, caption }: PageHeadingProps) => (
  <h1 class="nhsuk-heading-l">
    {caption && (
      <span class="nhsuk-caption-l">
        {caption}
        <span class="nhsuk-u-visually-hidden">: </span>
      </span>
    )}
    {title}
  </h1>
);
