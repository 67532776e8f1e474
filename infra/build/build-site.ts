import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { openApiDocument } from './openapi-document.ts';

const root = resolve(import.meta.dirname, '../..');

/** Folder of the built site. */
export const siteFolder = join(root, 'dist/site');

/** Runs Astro. @throws Error with Astro's output if the build fails */
const buildPages = async (folder: string): Promise<void> => {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'build', '--root', 'site', '--outDir', folder], {
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
  if (code !== 0) throw new Error(`the site cannot be built:\n${said.join('')}`);
};

const writeOpenApi = async (folder: string): Promise<void> => {
  await mkdir(join(folder, 'api'), { recursive: true });
  const document = openApiDocument(packageJson.version);
  await writeFile(join(folder, 'api/openapi.json'), `${JSON.stringify(document, null, 2)}\n`);
};

/**
 * Builds the static site: its pages and the OpenAPI document to which they link.
 *
 * @param folder where to write the site
 * @throws Error with Astro's output if the build fails
 */
export const buildSite = async (folder: string = siteFolder): Promise<void> => {
  await mkdir(dirname(folder), { recursive: true });
  // Builds into a temporary folder and renames it, so that readers never see a partial site.
  const building = await mkdtemp(`${folder}-`);
  try {
    await buildPages(building);
    await writeOpenApi(building);
  } catch (error) {
    await rm(building, { recursive: true });
    throw error;
  }
  await rm(folder, { recursive: true, force: true });
  await rename(building, folder);
};
