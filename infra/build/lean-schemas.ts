import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import * as z from 'zod';

/**
 * Matches the names of the AWS error classes by which our code recognises errors. The bundles must keep the
 * registrations of these classes.
 */
const toldApart =
  /^(ConditionalCheckFailed|Transaction(Conflict|InProgress|Canceled)|ResourceNotFound|MessageRejected|BadRequest)/;

/**
 * Rewrites the schema file of an AWS client so that esbuild can remove unused schemas. Computed keys such as `[_name]`
 * count as side effects and keep every schema, so they are replaced by their text. Registrations of error classes that
 * we do not use are removed: such an error is still thrown under its own name, but as an instance of the client's
 * general exception.
 *
 * @param source text of the file
 * @returns an equivalent module that bundles smaller
 */
export const leanSchema = (source: string): string => {
  const texts = new Map(
    [...source.matchAll(/^const (?<name>_\w*) = (?<text>"[^"]*");$/gm)].map(({ groups }) => [
      groups?.['name'],
      groups?.['text'],
    ]),
  );
  return source
    .replaceAll(/\[(_\w*)\]:/g, (key, name: string) => {
      const text = texts.get(name);
      return text === undefined ? key : `${text}:`;
    })
    .replaceAll(/^n0_registry\.registerError\((\w+)\$, \1\);$/gm, (registered, name: string) =>
      toldApart.test(name) ? registered : '',
    );
};

/**
 * Shrinks the AWS clients in bundles: removes unused schemas, and keeps only the version of each package.json,
 * because no other field is read.
 */
export const leanSchemas: Plugin = {
  name: 'lean-schemas',
  setup: (build) => {
    build.onLoad(
      { filter: /\/@aws-sdk\/client-[a-z0-9]+\/dist-es\/schemas\/schemas_0\.js$/ },
      async ({ path }) => ({
        loader: 'js',
        contents: leanSchema(await readFile(path, 'utf8')),
      }),
    );
    build.onLoad({ filter: /\/@aws-sdk\/client-[a-z0-9]+\/package\.json$/ }, async ({ path }) => {
      const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(path, 'utf8')));
      return { loader: 'json', contents: JSON.stringify({ version }) };
    });
  },
};
