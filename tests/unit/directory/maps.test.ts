import { describe, expect, it } from 'vitest';
import { countFigures } from '../../../functions/directory/insights/count-figures.ts';
import { insights } from '../../../functions/directory/insights/insights.ts';
import { directorySnapshot } from '../../../functions/directory/listings/directory-snapshot.ts';
import { results } from '../../../functions/directory/listings/results.ts';
import type { PublishedMap } from '../../../shared/systems/published-map.ts';
import { aGet } from '../../support/a-get.ts';
import { aRequest, NOW } from '../../support/builders.ts';
import { crowd } from '../../support/directory/crowd.ts';
import { filesOf } from '../../support/directory/files-of.ts';
import { kentAndMedwayMap, noMap } from '../../support/district-maps.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const PATH = '/find-a-dpp/results';
const clock = { now: () => NOW };
const practitioners = { page: () => Promise.resolve({ found: crowd }) };

const directoryPage = async (url: string, map: PublishedMap = kentAndMedwayMap): Promise<string> => {
  const files = filesOf(() => crowd, clock.now);
  const snapshot = directorySnapshot({ system: kentAndMedway, clock, files });
  const deps = {
    system: kentAndMedway,
    map: () => Promise.resolve(map),
    snapshot,
    siteUrl: 'https://dpp.example',
  };
  return (await results(deps)(aGet(url))).body;
};
const insightsPage = async (map: PublishedMap): Promise<string> =>
  (
    await insights({
      system: kentAndMedway,
      map: () => Promise.resolve(map),
      clock,
      counted: async () => {
        const count = countFigures({
          system: kentAndMedway,
          practitioners,
          requests: {
            page: () =>
              Promise.resolve({ found: Array.from({ length: 30 }, (_, n) => aRequest({ id: `r${n}` })) }),
          },
          rounds: () => Promise.resolve([]),
        });
        return (await count(clock.now())).insights;
      },
      fairness: () => Promise.reject(new Error('not asked for')),
    })(aGet('/insights'))
  ).body;

/** Reads the areas of a map: its name for screen readers and where it leads. */
const areasOf = (html: string) =>
  [...html.matchAll(/<a class="app-map__area" href="([^"]+)" aria-label="([^"]+)"/gu)].map(
    ([, href = '', words = '']) => ({ href: href.replaceAll('&amp;', '&'), words }),
  );
/** Reads the table beside a map: names and cells. */
const rowsOf = (html: string): string[][] => {
  const [, table = ''] = /app-map__beside.*?<tbody[^>]*>(.*?)<\/tbody>/su.exec(html) ?? [];
  return [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gsu)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gsu)].map(([, cell = '']) => cell.replace(/<[^>]+>/gu, '')),
  );
};
const numbersOf = (html: string): string[] =>
  [...html.matchAll(/class="app-map__count"[^>]*>([^<]+)</gu)].map(([, count = '']) => count);

describe('the map of the directory', () => {
  it('has the numbers of its table, for every district', async () => {
    const html = await directoryPage(PATH);
    const rows = rowsOf(html);
    expect(rows).toHaveLength(13);
    expect(numbersOf(html)).toEqual(rows.map(([, , free]) => free));
    expect(areasOf(html).map(({ words }) => words)).toEqual(
      rows.map(
        ([name, , free]) => `${name ?? ''}: ${free ?? ''} ${free === '1' ? 'DPP' : 'DPPs'} with places`,
      ),
    );
    expect(rows.reduce((sum, [, , free]) => sum + Number(free), 0)).toBeGreaterThan(10);
  });

  it('leads from each district to as many DPPs as it says', async () => {
    for (const { href, words } of areasOf(await directoryPage(PATH))) {
      const [, free = ''] = /: (\d+) /u.exec(words) ?? [];
      const [, found = '0'] = /id="results"[^>]*>(\d+) DPP/u.exec(await directoryPage(href)) ?? [];
      expect(`${href} ${found}`).toBe(`${href} ${free}`);
    }
  });

  it('names the source of the borders', async () => {
    expect(await directoryPage(PATH)).toContain('martinjc/UK-GeoJSON (CC BY 4.0)');
  });

  it('is left out of the answer to a search, and of further pages', async () => {
    for (const url of [`${PATH}?area=pain`, `${PATH}?near=ME7`, `${PATH}?page=2`])
      expect(await directoryPage(url)).not.toContain('app-map');
  });

  it('is the table alone if the borders are not known', async () => {
    const html = await directoryPage(PATH, noMap);
    expect(html).not.toContain('app-map__svg');
    expect(rowsOf(html)).toEqual(rowsOf(await directoryPage(PATH)));
  });
});

describe('the map of places and learners', () => {
  it('has the numbers of its table, for every part', async () => {
    const html = await insightsPage(kentAndMedwayMap);
    const rows = rowsOf(html);
    expect(rows.map(([name]) => name)).toEqual(kentAndMedway.geography.places.map(({ name }) => name));
    expect(numbersOf(html)).toEqual(rows.map(([, free]) => free));
    expect(areasOf(html)).toEqual(
      kentAndMedway.geography.places.map(({ id, name }, index) => ({
        href: `${PATH}?place=${id}`,
        words: `${name}: places free: ${rows[index]?.[1] ?? ''}, learners waiting: ${rows[index]?.[2] ?? ''}`,
      })),
    );
  });

  it('draws every district once, with the part that has most of it', async () => {
    const html = await insightsPage(kentAndMedwayMap);
    for (const { path } of kentAndMedwayMap.districts)
      expect(html.split(`d="${path}" fill=`)).toHaveLength(2);
    expect(html).toContain('The map shows Sevenoaks and Swale with the part that has most of the district.');
  });

  it('is the table alone if the borders are not known', async () => {
    const html = await insightsPage(noMap);
    expect(html).not.toContain('app-map__svg');
    expect(html).not.toContain('The map shows');
    expect(rowsOf(html)).toHaveLength(4);
  });
});
