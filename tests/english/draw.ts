import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { distinct, type Passage } from './passage.ts';
import { readComments } from './read-comments.ts';
import { emailSentences, pageSentences } from './read-rendered-sentences.ts';
import { readWrittenSentences } from './read-written-sentences.ts';

/**
 * `npm run draw-sentences`: draws fifty comments and fifty sentences of pages and e-mails for a fresh reader to judge.
 * The commit's hash is the seed: the same commit always draws the same hundred, and nobody chooses them. `-- --all`
 * prints everything that can be drawn, `--count 20` draws twenty of each, and `--seed TEXT` sets the seed.
 */
const root = join(import.meta.dirname, '../..');
const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    count: { type: 'string', default: '50' },
    seed: { type: 'string', default: git('rev-parse', 'HEAD') },
  },
});

const files = git('ls-files', 'shared', 'functions', 'infra', 'site', 'tests')
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/**
 * Files that contain the words of pages with which functions answer. The words of e-mails are read from the rendered
 * e-mails instead.
 */
const WRITES_PAGES =
  /^(?:shared\/(?!reference\/)|site\/src\/|functions\/(?:web|matching|directory|registration|privacy|programme|notifications\/unsubscribe)\/)/;

const rank = (passage: Passage): string =>
  createHash('sha256').update(`${values.seed} ${passage.where} ${passage.text}`).digest('hex');

const drawn = (passages: readonly Passage[]): readonly Passage[] =>
  values.all
    ? passages
    : passages
        .map((passage) => ({ passage, rank: rank(passage) }))
        .toSorted((one, other) => (one.rank < other.rank ? -1 : 1))
        .slice(0, Number(values.count))
        .map(({ passage }) => passage);

let number = 0;
const print = (title: string, passages: readonly Passage[]): void => {
  const chosen = drawn(passages);
  process.stdout.write(`\n${title}: ${String(chosen.length)} of ${String(passages.length)}\n`);
  for (const { where, text } of chosen) {
    number += 1;
    process.stdout.write(`\n${String(number)}. ${text.replaceAll('\n', '\n   ')}\n   [${where}]\n`);
  }
};

process.stdout.write(`Seed: ${values.seed}\n`);
if (git('status', '--porcelain') !== '')
  process.stdout.write(
    'Warning: the working tree has changes, so this draw cannot be repeated from the commit.\n',
  );

print('Comments', distinct(files.flatMap(({ file, text }) => readComments(file, text))));
print(
  'Sentences of pages and e-mails',
  distinct([
    ...(await pageSentences()),
    ...(await emailSentences()),
    ...files
      .filter(({ file }) => WRITES_PAGES.test(file))
      .flatMap(({ file, text }) => readWrittenSentences(file, text)),
  ]),
);
