/** Makes an address at the end of a message a link: "AB1 belongs to …: go to https://…". */
const withLink = (text: string) => {
  const [, words, url] = /^(.* )(https?:\/\/\S+)$/u.exec(text) ?? [];
  return url === undefined ? (
    text
  ) : (
    <>
      {words}
      <a href={url}>{url}</a>
    </>
  );
};

export const ErrorMessage = ({ name, text }: { readonly name: string; readonly text: string | undefined }) =>
  text ? (
    <span class="nhsuk-error-message" id={`${name}-error`}>
      <span class="nhsuk-u-visually-hidden">Error:</span> {withLink(text)}
    </span>
  ) : null;
