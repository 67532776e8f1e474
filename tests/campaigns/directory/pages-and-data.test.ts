import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directorySnapshot } from '../../../functions/directory/listings/directory-snapshot.ts';
import { directoryApi, resultsCsv, resultsJson } from '../../../functions/directory/listings/open-data.ts';
import { results } from '../../../functions/directory/listings/results.ts';
import { hrefOf } from '../../../shared/directory/filters.ts';
import { directoryFileSchema, directoryPageSchema } from '../../../shared/directory/open-data.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { NOW } from '../../support/builders.ts';
import { aGet } from '../../support/a-get.ts';
import { crowd } from '../../support/directory/crowd.ts';
import { filtersArbitrary } from '../../support/directory/filters-arbitrary.ts';
import { cases } from '../../support/campaign.ts';
import { filesOf } from '../../support/directory/files-of.ts';
import { noMap } from '../../support/district-maps.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const siteUrl = 'https://dpp.example';
const PATH = '/find-a-dpp/results';

/** The directory's functions over the files of these practitioners. */
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

/** Asks for a page if nothing else is asked, because all entries are a file that no function answers with. */
const asked = (href: string) => (href.includes('?') ? href : `${href}?page=1`);

const slugsOfPage = (html: string) => [...html.matchAll(/href="\/dpp\/([^"]+)"/g)].map(([, slug]) => slug);
const slugsOfCsv = (csv: string) => [...csv.matchAll(/\/dpp\/([\w-]+)/g)].map(([, slug]) => slug);
const slugsOfJson = (body: string) =>
  directoryFileSchema.parse(JSON.parse(body)).practitioners.map(({ slug }) => slug);

describe('the page, the API and the exports', () => {
  it('show the same DPPs in the same order for the same address', async () => {
    const { page, json, csv, api } = over(crowd);
    await fc.assert(
      fc.asyncProperty(filtersArbitrary, async (filters) => {
        const all = { ...filters, page: 1 };
        const file = slugsOfJson((await json(asked(hrefOf('/find-a-dpp/results.json', all)))).body);
        expect(slugsOfCsv((await csv(asked(hrefOf('/find-a-dpp/results.csv', all)))).body)).toEqual(file);
        const first = directoryPageSchema.parse(
          JSON.parse((await api(hrefOf('/api/v1/directory', all))).body),
        );
        const paged: string[] = [];
        for (let number = 1; number <= first.pages; number += 1) {
          const { body } = await page(hrefOf(PATH, { ...filters, page: number }));
          paged.push(...slugsOfPage(body).map(String));
        }
        expect(paged).toEqual(file);
        expect(first.total).toBe(file.length);
        expect(first.practitioners.map(({ slug }) => slug)).toEqual(file.slice(0, 20));
      }),
      { numRuns: cases(15) },
    );
  });
});
