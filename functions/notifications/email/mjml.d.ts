declare module 'mjml' {
  /** Compiles MJML to HTML. Used at build time only. */
  const mjml2html: (
    mjml: string,
    options?: { readonly validationLevel?: 'strict' },
  ) => Promise<{ readonly html: string; readonly errors: readonly { readonly formattedMessage: string }[] }>;
  export default mjml2html;
}
