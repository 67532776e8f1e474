export const SkipLink = () => (
  <a class="nhsuk-skip-link" href="#maincontent">
    Skip to main content
  </a>
);
