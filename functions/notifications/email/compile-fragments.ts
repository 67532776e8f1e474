import mjml2html from 'mjml';
import { format, resolveConfig } from 'prettier';

/**
 * Compiles MJML into named HTML fragments. Each region marked `<!--[name]-->…<!--[/name]-->` becomes a
 * fragment. In the surrounding fragment, a slot with the region's name replaces the region. The fragment
 * `shell` surrounds all regions.
 * @throws if the MJML is invalid
 */
export const compileFragments = async (mjml: string): Promise<Readonly<Record<string, string>>> => {
  const { html, errors } = await mjml2html(mjml, { validationLevel: 'strict' });
  const [error] = errors;
  if (error !== undefined) throw new Error(error.formattedMessage);
  const found: Record<string, string> = {};
  const squeezed = html
    // Removes MJML's landmark, because our own `main` already surrounds the whole e-mail.
    .replace(/aria-label="[^"]*"\s+aria-roledescription="email"\s+role="article"/, '')
    .replace(/\{\{\s*(\w+)\s*\}\}/g, '{{$1}}')
    .replace(/[ \t]*\n\s*/g, '\n')
    .replace(/ {2,}/g, ' ')
    .replace(/>\n</g, '><');
  const innermost = /<!--\[(\w+)\]-->((?:(?!<!--\[\w+\]-->).)*?)<!--\[\/\1\]-->/s;
  let rest = squeezed;
  for (let hit = innermost.exec(rest); hit !== null; hit = innermost.exec(rest)) {
    const [all, name = '', region = ''] = hit;
    found[name] = region.trim();
    rest = rest.replace(all, () => `{{${name}}}`);
  }
  return { ...found, shell: rest.trim() };
};

/** The TypeScript source of the fragments, formatted like the rest of the project. */
export const fragmentsFile = async (fragments: Readonly<Record<string, string>>): Promise<string> => {
  const entries = Object.entries(fragments)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, html]) => `${name}: ${JSON.stringify(html)},`);
  const source = [
    '/** Made from fragments.mjml by `npm run build:emails`: edit that file, not this one. */',
    'export const fragments = {',
    ...entries,
    '} as const;',
  ].join('\n');
  return format(source, { ...(await resolveConfig(import.meta.filename)), parser: 'typescript' });
};
