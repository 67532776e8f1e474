import mjml2html from 'mjml';
import { format, resolveConfig } from 'prettier';

/**
 * MJML with regions marked `<!--[name]-->…<!--[/name]-->` → each region's HTML by name; an inner region leaves its
 * name as a slot in the outer one, and `shell` is what lies around them all.
 * @throws when MJML finds fault with the source
 */
export const compileFragments = async (mjml: string): Promise<Readonly<Record<string, string>>> => {
  const { html, errors } = await mjml2html(mjml, { validationLevel: 'strict' });
  const [error] = errors;
  if (error !== undefined) throw new Error(error.formattedMessage);
  const found: Record<string, string> = {};
  const squeezed = html
    // The whole mail is in a landmark of our own, `main`: MJML's label would be content outside of it.
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

/** The fragments as the TypeScript file that functions import, in the project's format. */
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
