import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sampleMessages } from '../support/email-samples.ts';
import { type Passage, sentencesOf } from './passage.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
};
const INLINE = /<\/?(?:a|abbr|b|code|em|i|span|strong|time)(?:\s[^>]*)?>/g;

/** Returns the text of each block (paragraph, heading, list item) of a page. */
const blocksOf = (html: string): readonly string[] =>
  html
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, '')
    .replace(/\s+/g, ' ')
    .replace(INLINE, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&([a-z]+|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .split('\n');

/** Reads the sentences of every static page, from a fresh build of the site. */
export const pageSentences = async (): Promise<readonly Passage[]> => {
  const root = join(import.meta.dirname, '../..');
  const out = await mkdtemp(join(tmpdir(), 'dpp-match-english-'));
  try {
    const astro = join(root, 'node_modules/astro/bin/astro.mjs');
    await promisify(execFile)(
      process.execPath,
      [astro, 'build', '--root', 'site', '--outDir', out, '--silent'],
      { cwd: root },
    );
    const pages = (await readdir(out, { recursive: true }))
      .filter((name) => name.endsWith('.html'))
      .toSorted();
    const read = pages.map(async (name) => {
      const html = await readFile(join(out, name), 'utf8');
      const address = `/${name.replace(/index\.html$/, '')}`;
      return blocksOf(html)
        .flatMap(sentencesOf)
        .map((text) => ({ where: `page ${address}`, text }));
    });
    return (await Promise.all(read)).flat();
  } finally {
    await rm(out, { recursive: true });
  }
};

/** Reads the sentences of every e-mail, in its subject and its text, as the gallery shows them. */
export const emailSentences = async (): Promise<readonly Passage[]> =>
  (await sampleMessages()).flatMap(({ name, mail }) => [
    { where: `e-mail ${name}, subject`, text: mail.subject },
    ...mail.text
      .replace(/https?:\S+|[=-]{4,}/g, '')
      .split('\n\n')
      .flatMap((paragraph) => paragraph.split(/\n(?=[-*•\d])/))
      .flatMap(sentencesOf)
      .map((text) => ({ where: `e-mail ${name}`, text })),
  ]);
