/** Never carries the address of the page: on some pages the address is a secret. */
export const FeedbackLink = () => (
  <p class="app-feedback nhsuk-u-margin-bottom-0">
    <a href="/contact/#give-feedback">Tell us what you think of this page</a>
  </p>
);
