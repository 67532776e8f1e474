declare module 'mjml' {
  /** MJML → HTML. Used when the fragments are built, never in a function. */
  const mjml2html: (
    mjml: string,
    options?: { readonly validationLevel?: 'strict' },
  ) => Promise<{ readonly html: string; readonly errors: readonly { readonly formattedMessage: string }[] }>;
  export default mjml2html;
}
