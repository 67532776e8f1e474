/** Numbered steps. */
export const Steps = ({ steps }: { readonly steps: readonly string[] }) => (
  <ol class="app-steps">
    {steps.map((step) => (
      <li class="app-steps__item" key={step}>
        {step}
      </li>
    ))}
  </ol>
);
