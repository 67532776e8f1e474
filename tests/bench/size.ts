import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kentAndMedway } from '../support/kent-and-medway.ts';
import { bundled } from '../simulation/bundled.ts';
import { inMilliseconds, printTable } from './matching/measure.ts';
import type { Figure } from './size/measured.ts';

/**
 * Compares generated systems of several sizes with one of 125 DPPs, in the same run: processor time as a ratio, calls,
 * request units and bytes read from the bucket. Everything is in memory: the table, whose units are estimated from the
 * length of rows, and the bucket. Pages are read by a new process, as a cold start is.
 */
const SIZES = [
  { name: '125', count: 125, systems: 1 },
  { name: '1,500', count: 1_500, systems: 1 },
  { name: '5,000', count: 5_000, systems: 1 },
  { name: '20,000', count: 20_000, systems: 1 },
  { name: '60,000 in 36', count: 60_000, systems: 36 },
] as const;

/** Runs of each size; the quickest counts. */
const RUNS = 3;

const scratch = mkdtempSync(join(tmpdir(), 'bench-size-'));
const [builder, reader] = [
  await bundled('../bench/size/build-files.ts'),
  await bundled('../bench/size/read-files.ts'),
];

const figuresOf = (file: string, args: readonly string[]): readonly Figure[] =>
  JSON.parse(
    execFileSync(process.execPath, ['--max-old-space-size=6000', file, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  ) as readonly Figure[];

const quickestOf = (runs: readonly (readonly Figure[])[]): readonly Figure[] =>
  (runs[0] ?? []).map((figure, index) => ({
    ...figure,
    milliseconds: Math.min(...runs.map((run) => run[index]?.milliseconds ?? Infinity)),
  }));

const measured = SIZES.map(({ name, count, systems }) => {
  const folder = join(scratch, String(count));
  const built = figuresOf(builder.file, [folder, String(count), String(systems)]);
  const read = Array.from({ length: RUNS }, () => figuresOf(reader.file, [folder, kentAndMedway.id]));
  return { name, figures: [...quickestOf(read), ...built] };
});
const base = new Map(measured[0]?.figures.map((figure) => [figure.what, figure.milliseconds]));

for (const { name, figures } of measured) {
  console.log(`\n${name} DPPs`);
  printTable([
    ['', 'processor time', '÷ 125', 'calls', 'units', 'bytes of files'],
    ...figures.map(({ what, milliseconds, calls, units, bytes }) => [
      what,
      inMilliseconds(milliseconds),
      (milliseconds / (base.get(what) ?? NaN)).toFixed(1),
      String(calls),
      units.toLocaleString('en-GB'),
      bytes.toLocaleString('en-GB'),
    ]),
  ]);
}
console.log(
  '\nAims: the first page, cold, at most twice what it takes at 125; a warm page at most 20 ms; an offer in 6 calls.',
);
for (const { remove } of [builder, reader]) remove();
rmSync(scratch, { recursive: true, force: true });
