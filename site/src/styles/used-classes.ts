import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Says of a class name whether any component, page or script of the site can put it on an element. */
export type IsUsed = (className: string) => boolean;

const source = /\.(tsx?|astro|md|js)$/;
/** A class as written; one that ends in a hyphen is the beginning of several, completed by a template string. */
const token = /\b(?:nhsuk|app)-[a-z0-9_-]+/g;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => source.test(name))
    .map((name) => join(folder, name));

/** Reads the sources in the given folders for class names. */
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
