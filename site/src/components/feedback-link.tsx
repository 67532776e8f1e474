/** A link to send feedback. Must not pass on the page's URL, because some URLs are secret. */
export const FeedbackLink = () => (
  <p class="app-feedback nhsuk-u-margin-bottom-0">
    <a href="/contact/#give-feedback">Tell us what you think of this page</a>
  </p>
);
