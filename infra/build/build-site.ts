import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Where the built site goes. */
export const siteFolder = join(root, 'dist/site');

/**
 * Builds the static site.
 * @throws when Astro does, with what it said
 */
export const buildSite = async (): Promise<void> => {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  if (!existsSync(join(root, 'site/astro.config.ts'))) throw new Error('site/astro.config.ts is missing');
  const process_ = spawn(process.execPath, [astro, 'build', '--root', 'site', '--outDir', siteFolder], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  process_.stdout.on('data', (text: Buffer) => said.push(text.toString()));
  process_.stderr.on('data', (text: Buffer) => said.push(text.toString()));
  const code = await new Promise<number | null>((done, failed) => {
    process_.once('exit', done);
    process_.once('error', failed);
  });
  if (code !== 0) throw new Error(`the site does not build:\n${said.join('')}`);
};
