import { HtmlValidate } from 'html-validate';

/**
 * HTML rules for every page, whether it is built with the site or answered by a function. Each disabled rule has a
 * reason.
 */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // Every title has the form "Heading – DPP Match – Kent and Medway", even if the heading is long.
    'long-title': 'off',
    // Off, because the libraries that render the pages decide how tags are closed and doctypes are written.
    'void-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'no-inline-style': 'error',
    // The check boxes of one question share one name.
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

/**
 * Lists the scripts, styles and event handlers that the content security policy blocks, and resources from other hosts.
 */
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

/**
 * Lists link texts that lead to more than one address. In a screen reader's list of the page's links, such links cannot
 * be told apart.
 */
export const ambiguousLinks = (html: string): readonly string[] => {
  const links = [...html.matchAll(/<a\s[^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)];
  const addresses = new Map<string, Set<string>>();
  for (const [, href = '', inner = ''] of links) {
    const text = textOf(inner);
    addresses.set(text, (addresses.get(text) ?? new Set()).add(href));
  }
  return [...addresses].filter(([, hrefs]) => hrefs.size > 1).map(([text]) => text);
};
