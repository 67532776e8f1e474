import { describe, expect, it } from 'vitest';
import { directorySnapshot } from '../../../functions/directory/listings/directory-snapshot.ts';
import { directoryApi, resultsCsv, resultsJson } from '../../../functions/directory/listings/open-data.ts';
import { results } from '../../../functions/directory/listings/results.ts';
import { directoryFileSchema, directoryPageSchema } from '../../../shared/directory/open-data.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { aPractitioner, NOW } from '../../support/builders.ts';
import { aGet } from '../../support/a-get.ts';
import { crowd } from '../../support/directory/crowd.ts';
import { filesOf } from '../../support/directory/files-of.ts';
import { noMap } from '../../support/district-maps.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const siteUrl = 'https://dpp.example';
const PATH = '/find-a-dpp/results';

/** The directory functions over the files of these practitioners. */
const over = (listed: readonly Practitioner[]) => {
  const world = { now: NOW, listed };
  const clock = { now: () => world.now };
  const snapshot = directorySnapshot({
    system: kentAndMedway,
    files: filesOf(() => world.listed, clock.now),
    clock,
  });
  const deps = { system: kentAndMedway, map: () => Promise.resolve(noMap), snapshot, siteUrl };
  return {
    world,
    page: (url: string) => results(deps)(aGet(url)),
    pageAsJson: (url: string) => results(deps)(aGet(url, { wantsJson: true })),
    api: (url: string) => directoryApi(deps)(aGet(url, { wantsJson: true })),
    json: (url: string) => resultsJson(deps)(aGet(url)),
    csv: (url: string) => resultsCsv(deps)(aGet(url)),
  };
};

const slugsOfPage = (html: string) => [...html.matchAll(/href="\/dpp\/([^"]+)"/g)].map(([, slug]) => slug);
const slugsOfJson = (body: string) =>
  directoryFileSchema.parse(JSON.parse(body)).practitioners.map(({ slug }) => slug);

describe('the page, the API and the exports', () => {
  it('follow one another by their links from the first page to the last', async () => {
    const { api } = over(crowd);
    const seen: string[] = [];
    for (let url: string | undefined = '/api/v1/directory?supervises=nurse'; url !== undefined;) {
      const document = directoryPageSchema.parse(JSON.parse((await api(url)).body));
      seen.push(...document.practitioners.map(({ slug }) => slug));
      url = document.links.next;
    }
    expect(seen.length).toBeGreaterThan(20);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('carry the licence, the time and what was left out', async () => {
    const { json } = over(crowd);
    const document = directoryFileSchema.parse(
      JSON.parse((await json('/find-a-dpp/results.json?area=x')).body),
    );
    expect(document).toMatchObject({ generatedAt: NOW, licence: { name: 'Open Government Licence v3.0' } });
    expect(document.notes).toHaveLength(1);
  });

  it('may be cached by the edge for half a minute and by nothing else', async () => {
    const { page, csv, json, api } = over(crowd);
    for (const reply of [await page(PATH), await csv('/c?q=a'), await json('/j?q=a'), await api('/a')]) {
      expect(reply.status).toBe(200);
      expect(reply.headers['cache-control']).toBe('public, max-age=0, s-maxage=30');
    }
  });
});

describe('a download without filters', () => {
  it('is the file of all entries, and the page links to it directly', async () => {
    const { page, csv, json } = over(crowd);
    expect(await json('/find-a-dpp/results.json')).toMatchObject({
      status: 303,
      headers: { location: '/open-data/directory.json' },
    });
    expect((await csv('/find-a-dpp/results.csv')).headers['location']).toBe('/open-data/directory.csv');
    expect((await page(PATH)).body).toContain('href="/open-data/directory.csv"');
    expect((await page(`${PATH}?mode=mixed`)).body).toContain('href="/find-a-dpp/results.csv?mode=mixed"');
  });
});

describe('the page of results', () => {
  it('gives the count in heading and title, names the minutes with their sources, and marks unchecked DPPs', async () => {
    const { page } = over([aPractitioner({ provisional: true })]);
    const { body } = await page(`${PATH}?near=ME4&minutes=30`);
    expect(body).toContain('<title>1 DPP within 30 minutes by road of ME4 – ');
    expect(body).toMatch(/<h1[^>]*>1 DPP within 30 minutes by road of ME4<\/h1>/);
    expect(body).toContain('About 11 minutes from ME4, 3 miles by road');
    expect(body).toContain('© OpenStreetMap contributors (ODbL 1.0)');
    expect((await page(PATH)).body).not.toContain('OpenStreetMap');
    expect(body).toContain('Registration not yet checked');
  });

  it('offers to drop each filter that excludes everybody, or to ask anyway, when nothing fits', async () => {
    const { page } = over([aPractitioner()]);
    const { body } = await page(`${PATH}?area=lipids&profession=nurse`);
    expect(body).toContain('No DPPs');
    expect(body).toContain('href="/find-a-dpp/results?area=lipids"');
    expect(body).toContain('Without “Nurse”');
    expect(body).toContain('Request a DPP anyway');
  });

  it('explains a place that it does not know beside the box, keeps what was typed, and shows everybody', async () => {
    const { page } = over([aPractitioner()]);
    const { body, status } = await page(`${PATH}?near=Paris`);
    expect(status).toBe(200);
    expect(body).toContain('Enter a postcode or town in Kent and Medway');
    expect(body).toContain('value="Paris"');
    expect(body).toContain('<title>Error: 1 DPP');
  });

  it('shows the last page when a later one is asked for', async () => {
    const { page } = over(crowd);
    expect((await page(`${PATH}?page=99`)).body).toContain('page 6 of 6');
  });

  it('escapes what was typed', async () => {
    const { page } = over(crowd);
    const { body } = await page(`${PATH}?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(body).not.toContain('<script>alert');
  });

  it('stays under 100 KB with 20 DPPs and every filter', async () => {
    const { page } = over(crowd);
    expect((await page(`${PATH}?near=ME7`)).body.length).toBeLessThan(100_000);
  });
});

describe('somebody who is no longer listed', () => {
  it('is not on the page or in the data of the next files', async () => {
    const { world, page, json } = over([aPractitioner()]);
    expect(slugsOfPage((await page(PATH)).body)).toEqual(['amara-example-dpp1']);
    world.listed = [aPractitioner({ state: 'paused' })];
    expect(slugsOfPage((await page(PATH)).body)).toEqual([]);
    expect(slugsOfJson((await json('/find-a-dpp/results.json?page=1')).body)).toEqual([]);
  });
});

describe('before the first files are built', () => {
  it('page and data say that they are being prepared, and read no rows', async () => {
    const snapshot = () => Promise.resolve(undefined);
    const deps = { system: kentAndMedway, map: () => Promise.resolve(noMap), snapshot, siteUrl };
    const replies = [
      await results(deps)(aGet(PATH)),
      await resultsJson(deps)(aGet('/find-a-dpp/results.json?mode=mixed')),
      await directoryApi(deps)(aGet('/api/v1/directory', { wantsJson: true })),
    ];
    expect(replies.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(replies[0]?.body).toContain('This page is being prepared');
  });
});
