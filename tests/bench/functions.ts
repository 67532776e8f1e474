import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * Compares the size and cold start of each function with those of a hello-world handler that uses middy. A cold start
 * is a new Node process that imports the bundle and exits. The functions take turns in each round, so that a busy
 * moment affects all of them, and medians are compared. Every process preloads `node:http`, as Lambda's runtime client
 * does before it loads a function.
 */
const ROUNDS = 9;
const bundles = resolve('dist/functions');
const scratch = mkdtempSync(join(tmpdir(), 'bench-functions-'));

const hello = join(scratch, 'hello.mjs');
await build({
  stdin: {
    contents:
      "import middy from '@middy/core'; export const handler = middy(async () => ({ statusCode: 200 }));",
    resolveDir: process.cwd(),
  },
  outfile: hello,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  logLevel: 'error',
});

/** Placeholder settings that satisfy the environment schemas; no real service is called with them. */
const environment = {
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  TABLE_NAME: 'bench',
  FORM_SECRET_ARN: 'bench',
  DOOR_SECRET_ARN: 'bench',
  MAIL_FROM: 'service@dppmatch.example',
  CONFIGURATION_SET: 'bench',
  BUCKET_NAME: 'bench',
  QUEUES: '{}',
  STAGE: 'demo',
  VERSION: 'bench',
};

const program = `
  await import('node:http');
  const before = performance.now();
  await import(process.argv[1]);
  process.stdout.write(String(performance.now() - before));
  process.exit(0);`;

/** Measures one cold start in milliseconds: `whole` until the process exits, `importing` for the import alone. */
const coldStart = (file: string): { readonly whole: number; readonly importing: number } => {
  const before = performance.now();
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program, file], {
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { whole: performance.now() - before, importing: Number(printed) };
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

const names = readdirSync(bundles).sort();
const subjects = [
  { name: '(hello-world middy)', file: hello },
  ...names.map((name) => ({ name, file: join(bundles, name, 'index.mjs') })),
];
const taken = new Map(
  subjects.map(({ name }) => [name, { whole: [] as number[], importing: [] as number[] }]),
);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const { name, file } of subjects) {
    const { whole, importing } = coldStart(file);
    taken.get(name)?.whole.push(whole);
    taken.get(name)?.importing.push(importing);
  }
}
rmSync(hello);

const base = taken.get('(hello-world middy)') ?? { whole: [], importing: [] };
console.table(
  subjects.map(({ name, file }) => {
    const times = taken.get(name) ?? base;
    return {
      function: name,
      KB: name.startsWith('(') ? '' : (statSync(file).size / 1000).toFixed(0),
      'cold process ÷ hello-world': (median(times.whole) / median(base.whole)).toFixed(2),
      'import alone ÷ hello-world': (median(times.importing) / median(base.importing)).toFixed(1),
      'import, ms': median(times.importing).toFixed(0),
    };
  }),
);
console.log('Aims: under 400 KB; cold process under 3 times hello-world.');
