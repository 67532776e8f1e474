export const BackLink = ({ href, label = 'Back' }: { readonly href: string; readonly label?: string }) => (
  <nav aria-label="Back">
    <a class="nhsuk-back-link" href={href}>
      {label}
    </a>
  </nav>
);
