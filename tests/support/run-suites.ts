import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Runs every test. Suites without a server use all cores, one after the other. Each suite with a server has one file at a
 * time, which leaves half of a small machine idle, so the longest of them runs beside the others.
 *
 *     node tests/support/run-suites.ts
 *
 * Prints the output of each run as a whole, and "N passed, N failed" over all of them as the last line. Exits with 1 if a
 * test failed.
 */

const root = resolve(import.meta.dirname, '../..');
const reports = join(root, 'reports');

interface Run {
  /** Names of vitest projects. */
  readonly projects: readonly string[];
  /** Whether to print lines as they come; if not, all at the end. */
  readonly live: boolean;
}

interface Sum {
  readonly passed: number;
  readonly failed: number;
}

const summaryOf = ({ projects }: Run): string => join(reports, `summary-${projects.join('-')}.txt`);

/** Runs vitest projects. @returns their sums; one failure more if vitest itself failed without a failed test */
const run = async (one: Run): Promise<Sum> => {
  const summary = summaryOf(one);
  rmSync(summary, { force: true });
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...one.projects.flatMap((name) => ['--project', name]),
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, SUMMARY_FILE: summary } },
  );
  const said: Buffer[] = [];
  const hear = (chunk: Buffer): void => {
    if (one.live) process.stdout.write(chunk);
    else said.push(chunk);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const code = await new Promise<number | null>((done, fail) => {
    child.once('close', done);
    child.once('error', fail);
  });
  process.stdout.write(Buffer.concat(said));
  const [passed = 0, failed = 0] = [...readFileSync(summary, 'utf8').matchAll(/\d+/gu)].map(Number);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
};

const added = (one: Sum, other: Sum): Sum => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
});

mkdirSync(reports, { recursive: true });
const quick = await run({ projects: ['unit', 'campaigns', 'infra', 'site'], live: true });
const withServers = await Promise.all([
  run({ projects: ['stack'], live: true }),
  run({ projects: ['storage', 'e2e'], live: false }),
]);
const { passed, failed } = withServers.reduce(added, quick);
const line = `${passed} passed, ${failed} failed`;
writeFileSync(join(reports, 'summary.txt'), `${line}\n`);
console.log(line);
process.exitCode = failed === 0 ? 0 : 1;
