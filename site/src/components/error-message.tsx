export const ErrorMessage = ({ name, text }: { readonly name: string; readonly text: string | undefined }) =>
  text ? (
    <span class="nhsuk-error-message" id={`${name}-error`}>
      <span class="nhsuk-u-visually-hidden">Error:</span> {text}
    </span>
  ) : null;
