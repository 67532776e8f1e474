import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { alone } from '../build/alone.ts';
import { bundleFunctions } from '../build/bundle-functions.ts';
import { buildSites } from '../build/build-site.ts';
import { systemFolders } from '../build/read-system-folder.ts';
import { stageOf } from '../definition/stage-of.ts';
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
 * Runs `make` if any source is newer than the stamp file, or if it last ran with other extra systems.
 * @returns whether `make` ran
 */
const rebuildIfStale = async (
  stamp: string,
  sources: readonly string[],
  make: () => Promise<unknown>,
  extra: readonly string[] = [],
): Promise<boolean> => {
  const file = join(root, 'dist', `.${stamp}`);
  const newest = Math.max(...sources.map((source) => newestIn(resolve(root, source))));
  const ranWith = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (ranWith === extra.join(delimiter) && statSync(file).mtimeMs >= newest) return false;
  const started = new Date();
  rmSync(file, { force: true });
  await make();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, extra.join(delimiter));
  // Sets the stamp file to the time at which the build started, so that a source file saved during the build
  // counts as newer.
  utimesSync(file, started, started);
  return true;
};

/** Runs CDK in a process of its own, because it leaves global state behind that would disturb the runner. */
const synthesize = async (extra: readonly string[]): Promise<void> => {
  const child = spawn(process.execPath, [join(root, 'infra/app.ts')], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: assemblyFolder, EXTRA_SYSTEMS: extra.join(delimiter) },
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

/**
 * Builds and synthesizes whatever changed since the last run.
 * @param extra folders of systems to serve beside those of the stage
 */
export const prepare = (extra: readonly string[] = []): Promise<void> =>
  alone(async () => {
    const { systems } = stageOf({ ...process.env, EXTRA_SYSTEMS: extra.join(delimiter) });
    await Promise.all([
      rebuildIfStale('functions', functionSources, bundleFunctions),
      rebuildIfStale('site', [...siteSources, ...extra], () => buildSites(systems, extra), extra),
      rebuildIfStale(
        'systems',
        [...systemSources, ...extra],
        () => publishSystems([...systemFolders(), ...extra]),
        extra,
      ),
    ]);
    await rebuildIfStale('stacks', stackSources, () => synthesize(extra), extra);
  });
