import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const IGNORED = new Set(['node_modules', '.astro']);

const add = (hash: Hash, path: string, skipped: (path: string) => boolean): void => {
  if (skipped(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).toSorted())
      if (!IGNORED.has(name)) add(hash, join(path, name), skipped);
  } else hash.update(path).update('\0').update(readFileSync(path)).update('\0');
};

/**
 * Returns a digest of files, with their paths.
 * @param paths files and folders
 * @param skipped whether to leave out a file or folder inside one of these folders
 */
export const digestOfFiles = (paths: readonly string[], skipped: (path: string) => boolean): string => {
  const hash = createHash('sha256');
  for (const path of paths) add(hash, path, skipped);
  return hash.digest('hex');
};
