import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { alone } from './alone.ts';
import { digestOfFiles } from './digest-of-files.ts';
import { openApiDocument } from './openapi-document.ts';
import { systemsFolder } from './read-system-folder.ts';
import { readSystem } from './read-system.ts';

const root = resolve(import.meta.dirname, '../..');

/** Folder of the built sites; each system has one subfolder. */
const sitesFolder = join(root, 'dist/site');

/** Folder of the built site of a system. */
export const siteFolderOf = (systemId: string): string => join(sitesFolder, systemId);

/** Everything that decides what a site looks like, apart from its system's own files. */
const COMMON_SOURCES = ['site', 'shared', 'infra/build', 'package.json'];

interface Site {
  /** Folder with the data of the system. */
  readonly system: string;
  /** Where to write the site. */
  readonly into: string;
  /** Base URL of the site, for its sitemap, robots.txt and security.txt. */
  readonly origin: string;
}

/** A system of a stage, with the host name of its site. */
interface SystemOfStage {
  readonly id: string;
  readonly domain: string;
}

/** Lock of Astro, which keeps its intermediate files in one folder for all builds. */
const ASTRO_LOCK = join(root, 'dist/.astro-lock');

/** Runs Astro. @throws Error with Astro's output if the build fails */
const runAstro = async ({ system, into, origin }: Site): Promise<void> => {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'build', '--root', 'site', '--outDir', into], {
    cwd: root,
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      SYSTEM_FOLDER: system,
      SITE_ORIGIN: origin,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stdout.on('data', (text: Buffer) => said.push(text.toString()));
  child.stderr.on('data', (text: Buffer) => said.push(text.toString()));
  const code = await new Promise<number | null>((done, failed) => {
    child.once('exit', done);
    child.once('error', failed);
  });
  if (code !== 0) throw new Error(`the site of ${system} cannot be built:\n${said.join('')}`);
};

const writeOpenApi = async ({ system, into }: Site): Promise<void> => {
  await mkdir(join(into, 'api'), { recursive: true });
  const document = openApiDocument(packageJson.version, readSystem(system));
  await writeFile(join(into, 'api/openapi.json'), `${JSON.stringify(document, null, 2)}\n`);
};

/**
 * Builds the static site of one system: its pages and the OpenAPI document to which they link.
 *
 * @throws Error with Astro's output if the build fails
 */
export const buildSite = async ({ into, ...site }: Site): Promise<void> => {
  await mkdir(dirname(into), { recursive: true });
  // Builds into a temporary folder and renames it, so that readers never see a partial site.
  const building = await mkdtemp(`${into}-`);
  try {
    await alone(() => runAstro({ ...site, into: building }), ASTRO_LOCK);
    await writeOpenApi({ ...site, into: building });
  } catch (error) {
    await rm(building, { recursive: true });
    throw error;
  }
  await rm(into, { recursive: true, force: true });
  await rename(building, into);
};

/** Builds the site of a system unless nothing that it shows has changed since its last build. */
const buildIfChanged = async ({ id, domain }: SystemOfStage, system: string): Promise<void> => {
  const origin = `https://${domain}`;
  const sources = [...COMMON_SOURCES.map((source) => join(root, source)), system];
  const stamp = join(sitesFolder, `.${id}`);
  const digest = digestOfFiles(sources, (path) => path !== system && dirname(path) === systemsFolder);
  const built = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  const wanted = `${origin} ${digest}`;
  if (built === wanted && existsSync(siteFolderOf(id))) return;
  await rm(stamp, { force: true });
  await buildSite({ system, origin, into: siteFolderOf(id) });
  await writeFile(stamp, wanted);
};

/**
 * Builds the sites of a stage's systems, one after the other, because Astro's builds share a folder of types. Sites of
 * other systems are removed.
 *
 * @param extra folders of systems that are not among this project's
 * @throws Error with Astro's output if a build fails
 */
export const buildSites = async (
  systems: readonly SystemOfStage[],
  extra: readonly string[] = [],
): Promise<void> => {
  await mkdir(sitesFolder, { recursive: true });
  for (const name of readdirSync(sitesFolder))
    if (!systems.some(({ id }) => id === name.replace(/^\./u, '')))
      await rm(join(sitesFolder, name), { recursive: true });
  for (const system of systems)
    await buildIfChanged(
      system,
      extra.find((folder) => basename(folder) === system.id) ?? join(systemsFolder, system.id),
    );
};
