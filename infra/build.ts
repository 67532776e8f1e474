import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { alone } from './build/alone.ts';
import { bundleFunctions } from './build/bundle-functions.ts';
import { buildSite } from './build/build-site.ts';

/** CDK's own program packs what was built: under the same lock, so that nobody changes it meanwhile. */
const synthesize = async (): Promise<void> => {
  const cdk = join(import.meta.dirname, '../node_modules/aws-cdk/bin/cdk');
  const child = spawn(process.execPath, [cdk, 'synth', '--quiet'], { stdio: 'inherit' });
  const code = await new Promise<number | null>((done, failed) => {
    child.once('exit', done);
    child.once('error', failed);
  });
  if (code !== 0) process.exitCode = code ?? 1;
};

/** `npm run build`: what `npm run synth` (`--synth`) packs and `npm start` runs. */
await alone(async () => {
  const [bundles] = await Promise.all([bundleFunctions(), buildSite()]);
  process.stdout.write(`built ${bundles.length} functions and the site\n`);
  if (process.argv.includes('--synth')) await synthesize();
});
