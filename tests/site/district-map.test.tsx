import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { DistrictMap, type DistrictMapProps, type MapArea } from '../../site/src/components/district-map.tsx';
import { mapNames } from '../../site/src/components/map-names.ts';
import { shadeKey, shadeOf } from '../../site/src/components/map-shades.ts';
import { htmlTroubles, refusedByPolicy } from './html-rules.ts';

const area = (name: string, count: number | undefined, x: number): MapArea => ({
  name,
  href: `/find-a-dpp/results?district=${name.toLowerCase()}`,
  count,
  words: `${count ?? 'number not shown'} DPPs with places`,
  cells: [9, count ?? 'not shown'],
  paths: [`M${x} 10l40 0l0 40l-40 0z`],
  label: [x + 20, 30],
});
const map: DistrictMapProps = {
  id: 'by-district',
  title: 'DPPs with places by district',
  head: ['District', 'DPPs', 'With places'],
  width: 600,
  height: 100,
  areas: [
    area('Ashford', 4, 10),
    area('Dover', 0, 110),
    area('Swale', undefined, 210),
    area('Thanet', 9, 310),
  ],
  notes: ['A DPP who works in two districts counts in both.'],
  attribution: 'Contains OS data',
};
const page = (props: DistrictMapProps): string =>
  `<!DOCTYPE html><html lang="en"><head><title>Map</title></head><body><main><h1>Map</h1>${renderToString(
    <DistrictMap {...props} />,
  )}</main></body></html>`;
const cellsOf = (html: string): string[] =>
  [...html.matchAll(/role="cell">([^<]+)</gu)].map(([, cell = '']) => cell);
const numbersOf = (html: string): string[] =>
  [...html.matchAll(/class="app-map__count"[^>]*>([^<]+)</gu)].map(([, count = '']) => count);

describe('a map of districts', () => {
  const html = page(map);

  it('is valid HTML that the content security policy allows', async () => {
    expect(await htmlTroubles(html)).toEqual([]);
    expect(refusedByPolicy(html)).toEqual([]);
  });

  it('shows the numbers that its table shows', () => {
    const ofTable = cellsOf(html).filter((_, index) => index % 2 === 1);
    expect(ofTable).toEqual(['4', '0', 'not shown', '9']);
    expect(numbersOf(html)).toEqual(['4', '0', '–', '9']);
  });

  it('names each area and its number to screen readers', () => {
    const names = [...html.matchAll(/aria-label="([^"]+)"><title>/gu)].map(([, words]) => words);
    expect(names).toEqual([
      'Ashford: 4 DPPs with places',
      'Dover: 0 DPPs with places',
      'Swale: number not shown DPPs with places',
      'Thanet: 9 DPPs with places',
    ]);
  });

  it('leads to the same page from an area and from its row', () => {
    for (const { href } of map.areas) expect(html.split(`href="${href}"`)).toHaveLength(3);
  });

  it('differs by pattern, and has a key for it', () => {
    const fills = [...html.matchAll(/d="M\d+ 10[^"]*" fill="([^"]+)"/gu)].map(([, fill]) => fill);
    expect(fills).toEqual(['url(#by-district-fill-2)', 'white', 'white', 'url(#by-district-fill-3)']);
    for (const words of ['1 to 3', '4 to 6', '7 to 9']) expect(html).toContain(`</svg>${words}</li>`);
  });

  it('says whose data the outlines are', () => {
    expect(html).toContain('Contains OS data');
  });

  it('runs no script', () => {
    expect(html).not.toMatch(/<script|\son[a-z]+=/u);
  });
});

it('without outlines shows the table alone', async () => {
  const html = page({ ...map, areas: map.areas.map((one) => ({ ...one, paths: [] })) });
  expect(html).not.toContain('<svg');
  expect(html).not.toContain('Contains OS data');
  expect(cellsOf(html)).toEqual(['9', '4', '9', '0', '9', 'not shown', '9', '9']);
  expect(await htmlTroubles(html)).toEqual([]);
});

describe('names on a map', () => {
  it('break before "and", or at the middle', () => {
    const names = mapNames([{ name: 'Tonbridge and Malling', label: [100, 50] }], 600);
    expect(names.get('Tonbridge and Malling')?.lines.map(({ text }) => text)).toEqual([
      'Tonbridge',
      'and Malling',
    ]);
  });

  it('are left out where they would touch a number or another name', () => {
    const names = mapNames(
      [
        { name: 'Adur', label: [100, 50] },
        { name: 'Worthing', label: [120, 50] },
        { name: 'Arun', label: [300, 50] },
        { name: 'Hove', label: [300, 66] },
      ],
      600,
    );
    expect([...names.keys()]).toEqual(['Adur', 'Hove']);
  });

  it('are left out where the map ends', () => {
    expect(mapNames([{ name: 'Thanet', label: [590, 50] }], 600).size).toBe(0);
  });
});

describe('the shades of a map', () => {
  it('are thirds of the largest number, and none for 0', () => {
    const counts = [0, 1, 4, 5, 8, 9, 11];
    expect(counts.map((count) => shadeOf(count, counts))).toEqual([0, 1, 1, 2, 2, 3, 3]);
    expect(shadeKey(counts).map(({ words }) => words)).toEqual(['0', '1 to 4', '5 to 8', '9 to 11']);
  });

  it('leave out classes above the largest number', () => {
    expect(shadeKey([0, 2]).map(({ words }) => words)).toEqual(['0', '1', '2']);
    expect(shadeKey([0, 0]).map(({ words }) => words)).toEqual(['0']);
    expect(shadeKey([]).map(({ words }) => words)).toEqual(['0']);
  });

  it('have a line in the key for every number', () => {
    for (let most = 1; most < 40; most += 1)
      for (let count = 1; count <= most; count += 1) {
        const shade = shadeOf(count, [most]);
        const words = shadeKey([most]).find((line) => line.shade === shade)?.words ?? '';
        const [from = 0, to = from] = words.split(' to ').map(Number);
        expect(count >= from && count <= to, `${count} of ${most}: ${words}`).toBe(true);
      }
  });
});
