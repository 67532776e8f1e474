import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { alone } from './build/alone.ts';
import { bundleFunctions } from './build/bundle-functions.ts';
import { buildSites } from './build/build-site.ts';
import { publishSystems } from './build/publish-systems.ts';
import { settingsOf } from './definition/stages.ts';

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

const settings = settingsOf(process.env['STAGE'] ?? 'demo');

/**
 * `npm run build`: builds the functions, the sites of the stage's systems, and publishes the systems. `npm run synth`
 * (`--synth`) also synthesizes the stacks.
 */
await alone(async () => {
  const [bundles, systems] = await Promise.all([
    bundleFunctions(),
    publishSystems(),
    buildSites(settings.systems),
  ]);
  process.stdout.write(`built ${bundles.length} functions, ${systems.length} systems and their sites\n`);
  if (process.argv.includes('--synth')) await synthesize();
});
