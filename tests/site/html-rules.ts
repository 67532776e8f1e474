import { HtmlValidate } from 'html-validate';

/** The rules for every page, built or answered by a function; what is switched off has its reason. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // The title's form is given ("Heading – DPP Match – Kent and Medway"), long headings included.
    'long-title': 'off',
    // How tags are closed and doctypes written is the renderers' choice and means the same.
    'void-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'no-inline-style': 'error',
    // The check boxes of one question share its name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    // Some readers pass over the hint of a group of text boxes unless the fieldset says what it is.
    'no-redundant-role': 'off',
  },
});

/** What is wrong with a page, one line each; empty for a good page. */
export const htmlTroubles = async (html: string): Promise<readonly string[]> => {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
};

/** Scripts, styles and handlers that the content security policy would refuse, and anything from another host. */
export const refusedByPolicy = (html: string): readonly string[] =>
  [
    /<script(?![^>]*\ssrc=)[^>]*>/gi,
    /<style[\s>]/gi,
    /<[^>]+\sstyle=/gi,
    /<[^>]+\son[a-z]+=/gi,
    /(?:href|src|action)="javascript:/gi,
    /<(?:script|img|iframe|source|video|audio|embed|object)[^>]+(?:src|data)="(?:https?:)?\/\//gi,
    /<link[^>]+rel="(?:stylesheet|icon|preload|preconnect|dns-prefetch)"[^>]+href="(?:https?:)?\/\//gi,
  ].flatMap((pattern) => html.match(pattern) ?? []);

const textOf = (html: string): string =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Link texts that lead to different addresses: a list of links would then be useless. */
export const ambiguousLinks = (html: string): readonly string[] => {
  const links = [...html.matchAll(/<a\s[^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)];
  const addresses = new Map<string, Set<string>>();
  for (const [, href = '', inner = ''] of links) {
    const text = textOf(inner);
    addresses.set(text, (addresses.get(text) ?? new Set()).add(href));
  }
  return [...addresses].filter(([, hrefs]) => hrefs.size > 1).map(([text]) => text);
};
