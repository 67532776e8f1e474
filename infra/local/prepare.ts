import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { alone } from '../build/alone.ts';
import { bundleFunctions } from '../build/bundle-functions.ts';
import { buildSites } from '../build/build-site.ts';
import { settingsOf } from '../definition/stages.ts';
import { publishSystems } from '../build/publish-systems.ts';

const root = resolve(import.meta.dirname, '../..');

/** Output folder of `cdk synth`. */
export const assemblyFolder = join(root, 'cdk.out');

const newestIn = (path: string): number => {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
};

/**
 * Runs `make` if any source is newer than the stamp file.
 * @returns whether `make` ran
 */
const rebuildIfStale = async (
  stamp: string,
  sources: readonly string[],
  make: () => Promise<unknown>,
): Promise<boolean> => {
  const file = join(root, 'dist', `.${stamp}`);
  const newest = Math.max(...sources.map((source) => newestIn(join(root, source))));
  if (existsSync(file) && statSync(file).mtimeMs >= newest) return false;
  const started = new Date();
  rmSync(file, { force: true });
  await make();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  // Sets the stamp file to the time at which the build started, so that a source file saved during the build
  // counts as newer.
  utimesSync(file, started, started);
  return true;
};

/** Runs CDK in a process of its own, because it leaves global state behind that would disturb the runner. */
const synthesize = async (): Promise<void> => {
  const child = spawn(process.execPath, [join(root, 'infra/app.ts')], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: assemblyFolder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (text: Buffer) => said.push(text.toString()));
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  if (code !== 0) throw new Error(`the stacks cannot be synthesized:\n${said.join('')}`);
};

const functionSources = ['functions', 'shared', 'site/src', 'package.json', 'infra/build'];
const siteSources = ['site', 'shared', 'package.json', 'infra/build', 'infra/definition'];
const systemSources = ['shared/reference/systems', 'shared/systems', 'shared/geography', 'infra/build'];
const stackSources = [
  'infra/app.ts',
  'infra/dpp-match-app.ts',
  'infra/stacks',
  'infra/constructs',
  'infra/definition',
  'infra/edge',
  'cdk.json',
  'dist/.functions',
  'dist/.site',
  'dist/.systems',
];

/** Builds and synthesizes whatever changed since the last run. */
export const prepare = (): Promise<void> =>
  alone(async () => {
    await Promise.all([
      rebuildIfStale('functions', functionSources, bundleFunctions),
      rebuildIfStale('site', siteSources, () =>
        buildSites(settingsOf(process.env['STAGE'] ?? 'demo').systems),
      ),
      rebuildIfStale('systems', systemSources, publishSystems),
    ]);
    await rebuildIfStale('stacks', stackSources, synthesize);
  });
