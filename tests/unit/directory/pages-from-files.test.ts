import { describe, expect, it } from 'vitest';
import { directorySnapshot } from '../../../functions/directory/listings/directory-snapshot.ts';
import { resultsCsv, resultsJson } from '../../../functions/directory/listings/open-data.ts';
import { results } from '../../../functions/directory/listings/results.ts';
import type { Objects } from '../../../functions/platform/objects/objects.ts';
import { publishedFiles } from '../../../functions/store/published-files.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { directoryFileSchema } from '../../../shared/directory/open-data.ts';
import { addMilliseconds } from '../../../shared/kernel/time.ts';
import { aGet } from '../../support/a-get.ts';
import { NOW } from '../../support/builders.ts';
import { crowd } from '../../support/directory/crowd.ts';
import { noMap } from '../../support/district-maps.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { memoryObjects } from '../../support/memory-objects.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { aPublisher, SYSTEM_ID } from '../../support/publisher.ts';

/** The directory functions over published files. They get no table. */
const overFiles = async () => {
  let now = NOW;
  const table = memoryTable();
  const bucket = memoryObjects();
  const repository = practitionerRepository(table);
  for (const one of crowd) await table.commit([repository.save({ ...one, version: 0 })]);
  const publisher = aPublisher({ table, objects: bucket, now: () => now });
  await publisher.rebuild();
  const gets: string[] = [];
  const objects: Pick<Objects, 'get'> = {
    get: (key, options) => {
      gets.push(key.split('-').at(-1)!);
      return bucket.get(key, options);
    },
  };
  const clock = { now: () => now };
  const files = publishedFiles({ objects, systemId: SYSTEM_ID, clock });
  const snapshot = directorySnapshot({ system: kentAndMedway, files, clock });
  const deps = {
    system: kentAndMedway,
    map: () => Promise.resolve(noMap),
    snapshot,
    siteUrl: 'https://dpp.example',
  };
  return {
    gets,
    publisher,
    later: (milliseconds: number) => (now = addMilliseconds(now, milliseconds)),
    withdraw: async (id: string) => {
      const row = (await repository.findPresent(id))!;
      await table.commit([repository.save({ ...row, state: 'withdrawn' })]);
    },
    page: async (url: string) => (await results(deps)(aGet(url))).body,
    json: (url: string) => resultsJson(deps)(aGet(url)),
    csv: (url: string) => resultsCsv(deps)(aGet(url)),
  };
};

describe('pages that read published files', () => {
  it('read one file for a page, and nothing more for the next pages', async () => {
    const { page, gets, later } = await overFiles();
    expect(await page('/find-a-dpp/results')).toContain('120 DPPs');
    expect(await page('/find-a-dpp/results?area=pain&page=2')).toContain('Pain');
    expect(gets).toEqual(['medway/published/manifest.json', 'directory']);
    later(4_000);
    await page('/find-a-dpp/results');
    expect(gets).toHaveLength(3);
  });

  it('read the text index only for a search with a text', async () => {
    const { page, gets } = await overFiles();
    await page('/find-a-dpp/results');
    expect(await page('/find-a-dpp/results?q=diabetis')).toMatch(/<h1[^>]*>\d+ DPPs/);
    expect(gets).toEqual(['medway/published/manifest.json', 'directory', 'text']);
  });

  it('no longer show somebody a few seconds after the files were built without them', async () => {
    const { page, publisher, withdraw, later } = await overFiles();
    expect(await page('/find-a-dpp/results?q=number17')).toContain('/dpp/person-r-number17-p17');
    await withdraw('p17');
    await publisher.changed(['p17']);
    later(4_000);
    expect(await page('/find-a-dpp/results?q=number17')).not.toContain('/dpp/person-r-number17-p17');
  });
});

describe('a download of results', () => {
  it('is made from the files', async () => {
    const { json, csv, gets } = await overFiles();
    const { body } = await json('/find-a-dpp/results.json?mode=mixed');
    expect(directoryFileSchema.parse(JSON.parse(body)).practitioners).toHaveLength(60);
    const table = await csv('/find-a-dpp/results.csv?mode=mixed');
    expect(table.headers['content-disposition']).toContain('dpp-directory.csv');
    expect(table.body.split('\r\n')).toHaveLength(62);
    expect(gets).toEqual(['medway/published/manifest.json', 'directory']);
  });
});
