import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import * as z from 'zod';

/** Errors of calls that no function makes: backups, exports, imports, copies in other regions, tables themselves. */
const ofCallsNeverMade = /Backup|Export|Import|GlobalTable|Replica|Restore|PointInTime|Policy|\bTable|Index/;

/**
 * A client's schema file as esbuild can shake it. Keys written `[_name]` look as if they might run code, and so keep
 * every schema of the service; written as the text that they stand for, they do not. Registering an error keeps its
 * class; an error not registered still arrives under its own name, as the client's general exception.
 * @param source the file's text
 * @returns the same module, shorter once bundled
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
      ofCallsNeverMade.test(name) ? '' : registered,
    );
};

/** Shortens the AWS clients in the bundles: their schemas, and their package files of which they ask the version only. */
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
