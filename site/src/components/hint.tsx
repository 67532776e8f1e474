export const Hint = ({ name, text }: { readonly name: string; readonly text: string | undefined }) =>
  text ? (
    <div class="nhsuk-hint" id={`${name}-hint`}>
      {text}
    </div>
  ) : null;
