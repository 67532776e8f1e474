import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './build/alone.ts';
import { bundleFunctions } from './build/bundle-functions.ts';
import { buildSites } from './build/build-site.ts';
import { systemFolders } from './build/read-system-folder.ts';
import { publishSystems } from './build/publish-systems.ts';
import { extraFolders, stageOf } from './definition/stage-of.ts';

/** Runs `cdk synth` under the build lock, so that no other build changes the files that it packs. */
const synthesize = async (): Promise<void> => {
  const cdk = join(import.meta.dirname, '../node_modules/aws-cdk/bin/cdk');
  const child = spawn(process.execPath, [cdk, 'synth', '--quiet'], { stdio: 'inherit' });
  const code = await new Promise<number | null>((done, failed) => {
    child.once('exit', done);
    child.once('error', failed);
  });
  if (code !== 0) process.exitCode = code ?? 1;
};

const { systems: served } = stageOf(process.env);
const extra = extraFolders(process.env);

/**
 * `npm run build`: builds the functions, the sites of the stage's systems, and publishes the systems. `npm run synth`
 * (`--synth`) also synthesizes the stacks.
 */
await alone(async () => {
  // This build replaces what `npm start` has built, perhaps with other systems: the next start builds again.
  for (const stamp of ['functions', 'site', 'systems', 'stacks'])
    rmSync(join(import.meta.dirname, '../dist', `.${stamp}`), { force: true });
  const [bundles, systems] = await Promise.all([
    bundleFunctions(),
    publishSystems([...systemFolders(), ...extra]),
    buildSites(served, extra),
  ]);
  process.stdout.write(`built ${bundles.length} functions, ${systems.length} systems and their sites\n`);
  if (process.argv.includes('--synth')) await synthesize();
});
