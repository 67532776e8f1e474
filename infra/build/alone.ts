import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Milliseconds between two looks at a lock that somebody has. */
const LOOK_EVERY = 200;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Milliseconds after which a lock in which nobody is named was left by somebody who died while writing it. */
const NAMELESS_FOR = 2_000;

/** The process that has a lock; undefined where it is free by now, or its owner has died. */
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
 * Does some work that writes to `dist` or `cdk.out`, while nobody else in this checkout does: several test projects, a
 * build and a start may come at once. Says once whom it waits for. A lock whose owner has died is taken over.
 * @param lock where the lock stands; tests have their own
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
        tell(`another build is at work in this folder (process ${owner}); this one waits for it`);
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
