import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundled } from './bundled.ts';
import type * as Campaign from './campaign.ts';
import type { Plant } from './planted/plant.ts';
import type { SeedReport } from './run-seed.ts';

interface Part {
  readonly seed: number;
  readonly plant?: string;
}
type Reported = SeedReport & { readonly plant?: string };
type Told = Reported | { readonly processorSeconds: number };

let processorSeconds = 0;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '500' },
    ops: { type: 'string' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    planted: { type: 'boolean', default: false },
    plant: { type: 'string' },
    workers: { type: 'string', default: String(Math.min(4, availableParallelism())) },
  },
});
const operations = Number(values.ops ?? (values.planted ? 600 : 2_000));
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => Number(values.from) + index);
const seconds = (since: number): string => ((performance.now() - since) / 1_000).toFixed(0);

const tellProgress = (of: number, reports: ReadonlyMap<string, Reported>): void => {
  const violated = [...reports.values()].filter(({ violation }) => violation !== undefined).length;
  console.error(`${String(reports.size)} of ${String(of)} seeds, ${String(violated)} with a violation`);
};

/** Distributes the parts of a campaign to processes and returns the reports in the order of the parts. */
const campaign = async (
  file: string,
  { PART }: typeof Campaign,
  parts: readonly Part[],
): Promise<readonly Reported[]> => {
  const reports = new Map<string, Reported>();
  const nameOf = ({ seed, plant = '' }: Part): string => `${plant}#${String(seed)}`;
  const share = Number(values.workers);
  await Promise.all(
    Array.from({ length: share }, (_, number) => {
      const own = parts.filter((_part, index) => index % share === number);
      // Switches V8's helper threads off. Each processor already has a process of its own, with which the threads
      // would compete.
      const worker = fork(file, [PART], { execArgv: ['--single-threaded', '--max-semi-space-size=64'] });
      worker.send({ operations, parts: own });
      return new Promise<void>((done, failed) => {
        worker.on('message', (told: Told) => {
          if ('processorSeconds' in told) {
            processorSeconds += told.processorSeconds;
            return;
          }
          reports.set(nameOf(told), told);
          if (reports.size % 50 === 0) tellProgress(parts.length, reports);
        });
        worker.once('error', failed);
        worker.once('exit', (code) => {
          if (code === 0) done();
          else failed(new Error(`a process of the campaign ended with exit code ${String(code)}`));
        });
      });
    }),
  );
  return parts.flatMap((part) => reports.get(nameOf(part)) ?? []);
};

const sum = (reports: readonly SeedReport[], of: (report: SeedReport) => number): string =>
  reports.reduce((total, report) => total + of(report), 0).toLocaleString('en-GB');

const tellShortest = async (its: typeof Campaign, seed: number, plantName?: string): Promise<void> => {
  const options = { seed, operations, plant: its.plants.find(({ name }) => name === plantName) };
  const found = await its.runSeed(options);
  if (found.violation === undefined) return;
  const { report, operations: needed } = await its.shortest(options, found);
  console.log(`seed ${String(seed)}: ${found.violation.what}`);
  console.log(`shortest history found (${String(needed)} operations):`);
  for (const line of report.story) console.log(`  ${line}`);
  console.log(`  => ${report.violation?.what ?? ''}`);
  console.log(
    `repeat with: npm run simulate -- --ops ${String(operations)} --seed ${String(seed)}${plantName === undefined ? '' : ` --plant ${plantName}`}`,
  );
};

/**
 * Prints the table of planted faults.
 * @returns whether every fault was detected by the rule that it breaks
 */
const tellPlanted = (meant: readonly Plant[], reports: readonly Reported[]): boolean => {
  let all = true;
  console.log(`planted fault             noticed by seeds description`);
  for (const { name, words, noticedAs } of meant) {
    const own = reports.filter(({ plant, violation }) => plant === name && violation !== undefined);
    const caught = own.filter(({ noticed }) => noticed.some((what) => noticedAs.test(what)));
    if (caught.length === 0) all = false;
    console.log(
      `${name.padEnd(26)}${`${String(caught.length)} of ${String(seeds.length)}`.padEnd(17)}${words}`,
    );
    console.log(
      `${' '.repeat(43)}first seen: ${caught[0]?.noticed.find((what) => noticedAs.test(what)) ?? 'NOT NOTICED'}`,
    );
    if (caught.length < own.length)
      console.log(`${' '.repeat(43)}noticed by other rules in ${String(own.length - caught.length)} seeds`);
  }
  return all;
};

const tellCampaign = (reports: readonly Reported[], since: number): readonly Reported[] => {
  const violated = reports.filter(({ violation }) => violation !== undefined);
  const hash = createHash('sha256')
    .update(reports.map((report) => report.hash).join())
    .digest('hex')
    .slice(0, 32);
  console.log(
    `seeds ${String(seeds[0])} to ${String(seeds.at(-1))}, ${String(operations)} operations each: ${seconds(since)} s in ${values.workers} processes`,
  );
  console.log(
    `port calls ${sum(reports, ({ calls }) => calls)}, faults ${sum(reports, ({ faults }) => faults)}, including crashes ${sum(reports, ({ crashes }) => crashes)}`,
  );
  console.log(
    `e-mails sent ${sum(reports, ({ mails }) => mails)}, sent again in doubt ${sum(reports, ({ duplicates }) => duplicates)}: the sender died before the mark ${sum(reports, ({ doubts }) => doubts.died)}, the mark could not be written ${sum(reports, ({ doubts }) => doubts['mark-failed'])}, the mail system’s answer was lost ${sum(reports, ({ doubts }) => doubts['answer-lost'])}`,
  );
  console.log(`processor time ${processorSeconds.toFixed(0)} s`);
  console.log(`violations ${String(violated.length)}`);
  console.log(`hash ${hash}`);
  return violated;
};

const main = async (): Promise<boolean> => {
  const { file, remove } = await bundled('campaign.ts');
  try {
    const its: typeof Campaign = (await import(pathToFileURL(file).href)) as typeof Campaign;
    const since = performance.now();
    if (values.seed !== undefined) {
      const seed = Number(values.seed);
      const report = await its.runSeed({
        seed,
        operations,
        plant: its.plants.find(({ name }) => name === values.plant),
        tellStory: true,
      });
      for (const line of report.story) console.log(line);
      console.log(`hash ${report.hash}, violation: ${report.violation?.what ?? 'none'}`);
      if (report.violation !== undefined) await tellShortest(its, seed, values.plant);
      return report.violation === undefined;
    }
    if (values.planted) {
      const meant = its.plants.filter(({ name }) => (values.plant ?? name) === name);
      const parts = meant.flatMap(({ name }) => seeds.map((seed) => ({ seed, plant: name })));
      return tellPlanted(meant, await campaign(file, its, parts));
    }
    const violated = tellCampaign(
      await campaign(
        file,
        its,
        seeds.map((seed) => ({ seed })),
      ),
      since,
    );
    for (const { seed } of violated.slice(0, 3)) await tellShortest(its, seed);
    return violated.length === 0;
  } finally {
    remove();
  }
};

process.exitCode = (await main()) ? 0 : 1;
