import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Folder of the built site. */
export const siteFolder = join(root, 'dist/site');

/**
 * Builds the static site.
 *
 * @throws Error with Astro's output if the build fails
 */
export const buildSite = async (): Promise<void> => {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  await mkdir(join(root, 'dist'), { recursive: true });
  // Builds into a temporary folder and renames it, so that readers never see a partial site.
  const building = await mkdtemp(`${siteFolder}-`);
  const child = spawn(process.execPath, [astro, 'build', '--root', 'site', '--outDir', building], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stdout.on('data', (text: Buffer) => said.push(text.toString()));
  child.stderr.on('data', (text: Buffer) => said.push(text.toString()));
  const code = await new Promise<number | null>((done, failed) => {
    child.once('exit', done);
    child.once('error', failed);
  });
  if (code !== 0) {
    await rm(building, { recursive: true });
    throw new Error(`the site cannot be built:\n${said.join('')}`);
  }
  await rm(siteFolder, { recursive: true, force: true });
  await rename(building, siteFolder);
};
