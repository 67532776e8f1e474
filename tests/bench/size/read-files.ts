import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { directorySnapshot } from '../../../functions/directory/listings/directory-snapshot.ts';
import { resultsJson } from '../../../functions/directory/listings/open-data.ts';
import { results } from '../../../functions/directory/listings/results.ts';
import { publishedFiles } from '../../../functions/store/published-files.ts';
import { aGet } from '../../support/a-get.ts';
import { NOW } from '../../support/builders.ts';
import { kentAndMedwayMap } from '../../support/district-maps.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { memoryObjects } from '../../support/memory-objects.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { counting } from './counting.ts';
import { figures } from './measured.ts';

/**
 * A new process, as a cold start is: reads the files of one system, which another process has built, through the
 * functions of the directory. Prints the figures as JSON.
 */
const [folder = '', own = ''] = process.argv.slice(2);
const stored = memoryObjects();
for (const name of readdirSync(folder))
  await stored.put(name.replaceAll('~', '/'), readFileSync(join(folder, name)));

const { objects, counts } = counting(memoryTable(), stored);
const { measure, taken } = figures(counts);
const clock = { now: () => NOW };
const files = publishedFiles({ objects, systemId: own, clock });
const snapshot = directorySnapshot({ system: kentAndMedway, files, clock });
const map = () => Promise.resolve(kentAndMedwayMap);
const deps = { system: kentAndMedway, map, snapshot, files, siteUrl: 'https://dpp.example' };

/** Asks for a page, which must not be an error. */
const page = async (url: string): Promise<void> => {
  const { status, body } = await results(deps)(aGet(url));
  if (status !== 200 || !body.includes('<h1')) throw new Error(`${url} answered ${String(status)}`);
};
await measure('directory, first page, cold', () => page('/find-a-dpp/results'));
await measure('directory, with a text, first', () => page('/find-a-dpp/results?q=diabetis+pharmacist'));
for (let run = 0; run < 30; run += 1) await page(`/find-a-dpp/results?page=${String(1 + (run % 3))}`);
const RUNS = 10;
await measure(`directory, ${String(RUNS)} pages, warm`, async () => {
  for (let run = 0; run < RUNS; run += 1) await page(`/find-a-dpp/results?page=${String(1 + (run % 4))}`);
});
await measure(`directory, ${String(RUNS)} near ME7, warm`, async () => {
  for (let run = 0; run < RUNS; run += 1)
    await page(`/find-a-dpp/results?near=ME7&area=pain&page=${String(1 + (run % 4))}`);
});
await measure(`directory, ${String(RUNS)} with a text, warm`, async () => {
  for (let run = 0; run < RUNS; run += 1) await page('/find-a-dpp/results?q=diabetis+pharmacist');
});
/** Reads a file of open data as CloudFront does when it has none in its cache. */
const openDataFile = async (name: string): Promise<void> => {
  const found = await objects.get(`${own}/open-data/${name}`);
  if (typeof found !== 'object') throw new Error(`there is no ${name}`);
};
await measure('open data, JSON, compressed', () => openDataFile('directory.json'));
await measure('open data, CSV, compressed', () => openDataFile('directory.csv'));
await measure('open data of a search, warm', async () => {
  const { status } = await resultsJson(deps)(aGet('/find-a-dpp/results.json?near=ME7&area=pain'));
  if (status !== 200) throw new Error(`the search answered ${String(status)}`);
});
console.log(JSON.stringify(taken));
