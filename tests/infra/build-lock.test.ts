import { existsSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { alone } from '../../infra/build/alone.ts';

const aLock = () => join(mkdtempSync(join(tmpdir(), 'dpp-match-lock-')), 'dist/.lock');

it('runs two builds of one folder one after the other, and the second names the one it waits for', async () => {
  const lock = aLock();
  const lines: string[] = [];
  const done: string[] = [];
  let finish = (): void => undefined;
  const first = alone(
    async () => {
      done.push('first begins');
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      done.push('first ends');
    },
    lock,
    (line) => void lines.push(line),
  );
  const second = alone(
    () => Promise.resolve(done.push('second')),
    lock,
    (line) => void lines.push(line),
  );
  await new Promise((later) => setTimeout(later, 450));
  finish();
  await Promise.all([first, second]);
  expect(done).toEqual(['first begins', 'first ends', 'second']);
  expect(lines).toEqual([`waiting for another build in this folder (process ${String(process.pid)})`]);
  expect(existsSync(lock)).toBe(false);
});

it('takes over the lock of a build that crashed', async () => {
  const lock = aLock();
  await alone(() => Promise.resolve(), lock);
  // No process has this id, because it is higher than the system's maximum.
  writeFileSync(lock, '99999999');
  expect(await alone(() => Promise.resolve('built'), lock)).toBe('built');
});

it('takes over the lock of a build that crashed before it wrote its process id', async () => {
  const lock = aLock();
  await alone(() => Promise.resolve(), lock);
  writeFileSync(lock, '');
  utimesSync(lock, 1_000_000_000, 1_000_000_000);
  expect(await alone(() => Promise.resolve('built'), lock)).toBe('built');
});

it('releases the lock when a build fails', async () => {
  const lock = aLock();
  await expect(alone(() => Promise.reject(new Error('does not build')), lock)).rejects.toThrow(
    'does not build',
  );
  expect(existsSync(lock)).toBe(false);
});
