export const BackLink = ({ href, label = 'Back' }: { readonly href: string; readonly label?: string }) => (
  <a class="nhsuk-back-link" href={href}>
    {label}
  </a>
);
