import type { ComponentChildren } from 'preact';

interface CardProps {
  readonly heading: string;
  readonly href?: string | undefined;
  readonly level?: 2 | 3 | undefined;
  readonly children: ComponentChildren;
}

/** A box about one subject. With `href`, the heading becomes a link and the whole box is clickable. */
export const Card = ({ heading, href, level = 2, children }: CardProps) => {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div class={`nhsuk-card${href ? ' nhsuk-card--clickable' : ''}`}>
      <div class="nhsuk-card__content">
        <Heading class="nhsuk-card__heading nhsuk-heading-m">
          {href ? (
            <a class="nhsuk-card__link" href={href}>
              {heading}
            </a>
          ) : (
            heading
          )}
        </Heading>
        {children}
      </div>
    </div>
  );
};
