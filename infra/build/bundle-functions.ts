import { globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { build, type BuildOptions, type Metafile, stop } from 'esbuild';
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

/** Options of every bundle. */
const common = {
  absWorkingDir: root,
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
} as const satisfies BuildOptions;

/** Whether our own code in a bundle loads some of its modules only when they are needed. */
const loadsLater = ({ inputs, outputs }: Metafile, bundle: string): boolean =>
  Object.keys(outputs[bundle]?.inputs ?? {}).some(
    (file) =>
      !file.startsWith('node_modules/') &&
      inputs[file]?.imports.some(({ kind, external }) => kind === 'dynamic-import' && external !== true),
  );

/**
 * Bundles every `functions/**` entry to `dist/functions/<room>-<verb>/index.mjs`, and writes the contents of each
 * bundle to `dist/functions.meta.json` for the bench. A function that loads modules only when they are needed gets them
 * as files of their own beside `index.mjs`.
 *
 * @returns the names of the bundles
 */
export const bundleFunctions = async (): Promise<readonly string[]> => {
  const entries = globSync('functions/**/*.lambda.ts', { cwd: root }).sort();
  await mkdir(join(root, 'dist'), { recursive: true });
  // Builds into a temporary folder and renames it, so that a failed build keeps the old bundles.
  const building = await mkdtemp(`${bundlesFolder}-`);
  const outputOf = (entry: string): string => join(building, bundleName(entry), 'index.mjs');
  const bundled = async (): Promise<Metafile> => {
    const { metafile } = await build({
      ...common,
      entryPoints: entries.map((entry) => ({ in: entry, out: `${bundleName(entry)}/index` })),
      outdir: building,
    });
    const outputs = { ...metafile.outputs };
    for (const entry of entries.filter((one) => loadsLater(metafile, relative(root, outputOf(one))))) {
      const alone = await build({
        ...common,
        entryPoints: [{ in: entry, out: 'index' }],
        outdir: join(building, bundleName(entry)),
        splitting: true,
      });
      Object.assign(outputs, alone.metafile.outputs);
    }
    return { ...metafile, outputs };
  };
  const metafile = await bundled().catch(async (failure: unknown) => {
    await rm(building, { recursive: true, force: true });
    throw failure;
  });
  await stop();
  for (const output of Object.keys(metafile.outputs)) await minifyAgain(join(root, output));
  await rm(bundlesFolder, { recursive: true, force: true });
  await rename(building, bundlesFolder);
  const meta = JSON.stringify(metafile).replaceAll(relative(root, building), relative(root, bundlesFolder));
  await writeFile(join(root, 'dist/functions.meta.json'), meta);
  return entries.map(bundleName);
};
