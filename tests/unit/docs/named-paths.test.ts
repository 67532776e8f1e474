import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rooms } from '../../../rooms.config.ts';

const root = join(import.meta.dirname, '../../..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n');

const planned = rooms.flatMap(({ folder, planned = false }) => (planned ? [folder] : []));
const known = new Set([...files, ...planned]);
for (const file of files) for (let up = dirname(file); up !== '.'; up = dirname(up)) known.add(up);
const names = new Set(files.map((file) => basename(file)));

const pages = files.filter((file) => file.endsWith('.md') && !file.startsWith('site/src/content/'));
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');

/** Lists the targets of links to files of the repository, without their anchors. */
const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\]\((?!https?:|mailto:|\/)([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);

/**
 * Lists paths given from the top of the repository. Replaces a path that is a pattern (cut off at `{`, `<` or `*`) with
 * the folder that contains it.
 */
const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?<![\w/.-])(?:shared|functions|site|infra|tests|docs)\/[\w./-]*[\w/](?:[{<*]|\b|$)/g)]
    .map(([path]) => (/[{<*]$/.test(path) ? dirname(path) : path))
    .map((path) => path.replace(/\/$/, ''));

/** Lists names of source files in backticks that are given without a folder. */
const fileNamesIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([\w.-]+\.(?:ts|tsx|astro|mjml|scss))`/g)].map(([, name = '']) => name);

describe.each(pages)('%s', (page) => {
  const text = textOf(page);

  it('links to files that exist', () => {
    const targets = linksIn(text).map((target) => normalize(join(dirname(page), target)).replace(/\/$/, ''));
    expect(targets.filter((target) => target !== '.' && !known.has(target))).toEqual([]);
  });

  it('names paths and files that exist', () => {
    expect(pathsIn(text).filter((path) => !known.has(path))).toEqual([]);
    expect(fileNamesIn(text).filter((name) => !names.has(name))).toEqual([]);
  });
});
