import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Methods of zod's schemas that no code of ours calls. Each keeps the schema or the check that it makes in every
 * bundle. A test refuses a call of one of them.
 */
export const unusedMethods: readonly string[] = [
  'with',
  'brand',
  'nullish',
  'nonoptional',
  'or',
  'and',
  'prefault',
  'isOptional',
  'isNullable',
  'apply',
  'parseAsync',
  'safeParseAsync',
  'spa',
  'validate',
  'validateAsync',
  'encodeAsync',
  'decodeAsync',
  'safeEncode',
  'safeDecode',
  'safeEncodeAsync',
  'safeDecodeAsync',
  'toJSONSchema',
  'nonempty',
  'lowercase',
  'uppercase',
  'slugify',
  'gt',
  'gte',
  'lt',
  'lte',
  'safe',
  'negative',
  'nonpositive',
  'multipleOf',
  'finite',
  'unwrap',
  'keyof',
  'catchall',
  'passthrough',
  'strict',
  'strip',
  'safeExtend',
  'exactPartial',
];

/** Matches the definition of an unused method, and of the property `~standard`, which only other libraries read. */
const unusedMethod = new RegExp(
  `^ {4}(?:(?:async |get |set )?(?:${unusedMethods.join('|')}|"~standard")\\(.*\\)|` +
    `(?:${unusedMethods.join('|')}): (?:async )?function \\w+\\(.*\\)) \\{\\n(?: {8}.*\\n)* {4}\\},?\\n`,
  'gm',
);

/**
 * Rewrites zod's classic schemas so that esbuild can remove code that no schema uses:
 *
 * - `util` is imported from its own file, because esbuild keeps the whole of a re-exported namespace.
 * - The hooks that generate JSON schemas are removed, because only the OpenAPI build needs them.
 * - Deprecated methods such as `z.string().email()` are removed, because each keeps the schema of its format in the
 *   bundle. We use `z.email()` instead, and the linter refuses the deprecated methods.
 * - Other methods that we do not call are removed for the same reason.
 * - Memoization is removed, because only values that contain themselves need it. JSON and rows cannot contain
 *   themselves.
 *
 * @param source text of zod's file
 */
export const leanZod = (source: string): string =>
  source
    .replace('import { util } from "../core/index.js";', 'import * as util from "../core/util.js";')
    .replaceAll('core.util.', 'util.')
    .replaceAll(/^ *inst\._zod\.processJSONSchema = .*;$/gm, '')
    .replaceAll(
      /^ {4}\w+\(params\) \{\n {8}return this\.check\(core\._\w+\(Zod\w+, params\)\);\n {4}\},?$/gm,
      '',
    )
    .replaceAll(unusedMethod, '')
    .replace('core.config({ memoizer: core.memoizer() });', ';');

/** Applies `leanZod` to zod in the bundles, which saves about 35 KB in each function. */
export const leanZodSchemas: Plugin = {
  name: 'lean-zod',
  setup: (build) => {
    build.onLoad({ filter: /\/zod\/v4\/classic\/schemas\.js$/ }, async ({ path }) => ({
      loader: 'js',
      contents: leanZod(await readFile(path, 'utf8')),
    }));
  },
};
