import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles the simulation into one file, because Node runs TypeScript directly but not the JSX in the pages.
 * @returns the path of the file, and a function that removes the file
 */
export const bundled = async (
  entry: string,
): Promise<{ readonly file: string; readonly remove: () => void }> => {
  const folder = mkdtempSync(join(tmpdir(), 'dpp-match-simulation-'));
  const file = join(folder, 'simulation.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, entry)],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
    define: { 'import.meta.vitest': 'undefined' },
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
  });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
