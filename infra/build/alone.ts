import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
      const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
      if (owner > 0 && !isAlive(owner)) rmSync(lock, { force: true });
      else if (owner > 0 && !told) {
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
