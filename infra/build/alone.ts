import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Milliseconds between attempts to take a lock. */
const LOOK_EVERY = 200;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/**
 * Milliseconds after which a lock file without a process id counts as abandoned. By then, the process that created
 * the file would have written its id if it were alive.
 */
const NAMELESS_FOR = 2_000;

/**
 * Returns the process id of the lock's owner: `unnamed` if the id has not been written yet, undefined if the lock is
 * gone or its owner has died.
 */
const ownerOf = (lock: string): number | 'unnamed' | undefined => {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    if (owner > 0) return isAlive(owner) ? owner : undefined;
    return Date.now() - statSync(lock).mtimeMs < NAMELESS_FOR ? 'unnamed' : undefined;
  } catch {
    return undefined;
  }
};

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * Runs work that writes to `dist` or `cdk.out` under a lock, because tests, builds and `npm start` may run at the same
 * time in one checkout. Reports once which process it waits for, and takes over the lock of a process that has died.
 *
 * @param lock path of the lock file; Astro has one of its own, and so do tests
 */
export const alone = async <Done>(
  work: () => Promise<Done>,
  lock: string = join(root, 'dist/.lock'),
  tell: (line: string) => void = say,
): Promise<Done> => {
  mkdirSync(dirname(lock), { recursive: true });
  let told = false;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      const owner = ownerOf(lock);
      if (owner === undefined) rmSync(lock, { force: true });
      else if (owner !== 'unnamed' && !told) {
        told = true;
        tell(`waiting for another build in this folder (process ${owner})`);
      }
      await new Promise((again) => setTimeout(again, LOOK_EVERY));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
};
