import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether any component, page or script of the site can use a class. */
export type IsUsed = (className: string) => boolean;

const source = /\.(tsx?|astro|md|js)$/;
/** Matches class names. A match that ends in a hyphen is the beginning of a name that a template string completes. */
const token = /\b(?:nhsuk|app)-[a-z0-9_-]+/g;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => source.test(name))
    .map((name) => join(folder, name));

/** Collects class names from the sources in these folders. */
export const usedClasses = (folders: readonly string[]): IsUsed => {
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  for (const file of folders.flatMap(filesIn)) {
    for (const [found] of readFileSync(file, 'utf8').matchAll(token)) {
      if (found.endsWith('-')) beginnings.add(found);
      else whole.add(found);
    }
  }
  return (name) => whole.has(name) || [...beginnings].some((beginning) => name.startsWith(beginning));
};
