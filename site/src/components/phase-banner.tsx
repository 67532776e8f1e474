/** Banner that marks the service as new and asks for feedback. */
export const PhaseBanner = () => (
  <div class="app-phase">
    <div class="nhsuk-width-container">
      <p class="app-phase__text">
        <strong class="nhsuk-tag app-phase__tag">Beta</strong>
        <span>
          This is a new service. <a href="/contact/#give-feedback">Your feedback helps us improve it</a>.
        </span>
      </p>
    </div>
  </div>
);
