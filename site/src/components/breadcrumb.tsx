export interface Crumb {
  readonly label: string;
  readonly href: string;
}

/** The parent pages, home first. On a phone, shows only the last of these pages, as "Back to …". */
export const Breadcrumb = ({ items }: { readonly items: readonly Crumb[] }) => {
  const last = items.at(-1);
  return (
    <nav class="nhsuk-breadcrumb" aria-label="Breadcrumb">
      <ol class="nhsuk-breadcrumb__list">
        {items.map(({ label, href }) => (
          <li class="nhsuk-breadcrumb__list-item" key={href}>
            <a class="nhsuk-breadcrumb__link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ol>
      {last && (
        <a class="nhsuk-back-link" href={last.href}>
          <span class="nhsuk-u-visually-hidden">Back to </span>
          {last.label}
        </a>
      )}
    </nav>
  );
};
