import { globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { build, stop } from 'esbuild';
import { minify } from 'rolldown/utils';
import { leanSchemas } from './lean-schemas.ts';
import { leanZodSchemas } from './lean-zod.ts';
import { sparedCode } from './spared-code.ts';

const root = resolve(import.meta.dirname, '../..');

/** Folder of the bundles. Each function has one subfolder, which is uploaded as its Lambda code. */
export const bundlesFolder = join(root, 'dist/functions');

/** Names the bundle of an entry file: `functions/registration/register.lambda.ts` → `registration-register`. */
const bundleName = (entry: string): string => `${basename(dirname(entry))}-${basename(entry, '.lambda.ts')}`;

/**
 * Defines `require`, which CommonJS dependencies in the bundles call to load Node's own modules. The bundles
 * are ES modules, in which `require` is not defined by default.
 */
const requireForCommonJs =
  "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);";

/**
 * Minifies a bundle once more, with a second minifier: it removes about 2 % of what esbuild leaves, for instance constants
 * that are used once.
 */
const minifyAgain = async (file: string): Promise<void> => {
  const { code, errors } = await minify('index.mjs', await readFile(file, 'utf8'), {
    module: true,
    compress: { target: 'node24' },
    mangle: { toplevel: true },
  });
  if (errors.length > 0) throw new Error(`${file}: ${errors.map(({ message }) => message).join(', ')}`);
  await writeFile(file, code);
};

/**
 * Bundles every `functions/**` entry to `dist/functions/<room>-<verb>/index.mjs`, and writes the contents of each
 * bundle to `dist/functions.meta.json` for the bench.
 *
 * @returns the names of the bundles
 */
export const bundleFunctions = async (): Promise<readonly string[]> => {
  const entries = globSync('functions/**/*.lambda.ts', { cwd: root }).sort();
  await mkdir(join(root, 'dist'), { recursive: true });
  // Builds into a temporary folder and renames it, so that a failed build keeps the old bundles.
  const building = await mkdtemp(`${bundlesFolder}-`);
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries.map((entry) => ({ in: entry, out: `${bundleName(entry)}/index` })),
    outdir: building,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: {
      '@aws-sdk/credential-provider-node': join(import.meta.dirname, 'environment-credentials.ts'),
    },
    banner: { js: requireForCommonJs },
    // Leaves this package out, because the SDK loads it only for calls that stream events, and no function makes
    // such a call.
    external: ['@smithy/core/event-streams'],
    plugins: [sparedCode, leanSchemas, leanZodSchemas],
    charset: 'utf8',
    metafile: true,
    logLevel: 'warning',
  }).catch(async (failure: unknown) => {
    await rm(building, { recursive: true, force: true });
    throw failure;
  });
  await stop();
  for (const entry of entries) await minifyAgain(join(building, bundleName(entry), 'index.mjs'));
  await rm(bundlesFolder, { recursive: true, force: true });
  await rename(building, bundlesFolder);
  const meta = JSON.stringify(metafile).replaceAll(relative(root, building), relative(root, bundlesFolder));
  await writeFile(join(root, 'dist/functions.meta.json'), meta);
  return entries.map(bundleName);
};
