import { HtmlValidate } from 'html-validate';

/** HTML rules for every built or answered page; each disabled rule has a reason. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // The title's form is given ("Heading – DPP Match – Kent and Medway"), long headings included.
    'long-title': 'off',
    // The renderers choose how to close tags and write doctypes, which has no effect.
    'void-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'no-inline-style': 'error',
    // The check boxes of one question share its name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    // Some screen readers skip the hint of a group of text boxes unless the fieldset refers to it.
    'no-redundant-role': 'off',
  },
});

/** Lists the problems of a page, one line each. */
export const htmlTroubles = async (html: string): Promise<readonly string[]> => {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
};

/** Lists scripts, styles and handlers that the content security policy blocks, and resources of other hosts. */
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

/** Lists link texts used for different addresses, which make a list of links useless. */
export const ambiguousLinks = (html: string): readonly string[] => {
  const links = [...html.matchAll(/<a\s[^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)];
  const addresses = new Map<string, Set<string>>();
  for (const [, href = '', inner = ''] of links) {
    const text = textOf(inner);
    addresses.set(text, (addresses.get(text) ?? new Set()).add(href));
  }
  return [...addresses].filter(([, hrefs]) => hrefs.size > 1).map(([text]) => text);
};
