import { describe, expect, it } from 'vitest';
import { countFigures } from '../../../functions/directory/insights/count-figures.ts';
import { insights } from '../../../functions/directory/insights/insights.ts';
import { publicFiguresSchema } from '../../../shared/insights/public-figures.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { crowd } from '../../support/directory/crowd.ts';
import { aGet } from '../../support/a-get.ts';
import { aRequest, NOW } from '../../support/builders.ts';
import { kentAndMedwayMap } from '../../support/district-maps.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const learners = (count: number, changes: Partial<SupervisionRequest> = {}) =>
  Array.from({ length: count }, (_, n) => aRequest({ id: `r${String(n)}`, ...changes }));

const eastKent = { outcode: 'CT1', town: 'Canterbury', place: 'east-kent' } as const;

const ask = (url: string, requests: readonly SupervisionRequest[], wantsJson = false) =>
  insights({
    system: kentAndMedway,
    map: () => Promise.resolve(kentAndMedwayMap),
    clock: { now: () => NOW },
    counted: async () => {
      const count = countFigures({
        system: kentAndMedway,
        practitioners: { page: () => Promise.resolve({ found: crowd }) },
        requests: { page: () => Promise.resolve({ found: requests }) },
        rounds: () => Promise.resolve([]),
      });
      return (await count(NOW)).insights;
    },
    fairness: () => Promise.reject(new Error('not asked for')),
  })(aGet(url, { wantsJson }));

describe('the page on supply and demand', () => {
  it('says the one sentence to remember and shows each chart with its table', async () => {
    const { body, status } = await ask('/insights', learners(70));
    expect(status).toBe(200);
    expect(body).toMatch(
      /70 learners need a DPP; \d+ places are free\. Medway and Swale is short of \d+ places\./,
    );
    expect(body).toContain('Counted at 09:00 on 21 November 2026');
    expect(body.match(/<svg[^>]*app-chart__svg/g)).toHaveLength(3);
    expect(body.match(/<table/g)).toHaveLength(6);
    expect(body).toContain('Where one more DPP would help most');
  });

  it('never shows from 1 to 4 learners, in the page or as data', async () => {
    const requests = [
      ...learners(9),
      ...learners(3, { site: eastKent, leadArea: 'hiv', profession: 'nurse' }),
    ];
    const figures = publicFiguresSchema.parse(JSON.parse((await ask('/insights', requests, true)).body));
    expect(figures.totals.waiting).toBe(12);
    expect(figures.byPlace.find(({ id }) => id === 'east-kent')).toMatchObject({
      waiting: null,
      unmet: null,
    });
    expect(figures.byPlace.find(({ id }) => id === 'medway-swale')).toMatchObject({ waiting: null });
    expect((await ask('/insights', requests)).body).toContain('not shown');
    expect((await ask('/insights', learners(3))).body).toContain('Fewer than 5 learners need a DPP');
  });

  it('is the same as data and as a spreadsheet', async () => {
    const requests = learners(8);
    const asJson = await ask('/insights?format=json', requests);
    const { byPlace } = publicFiguresSchema.parse(JSON.parse(asJson.body));
    const csv = (await ask('/insights?format=csv', requests)).body;
    for (const { words, offered, taken, free, dpps } of byPlace) {
      const cell = words.includes(',') ? `"${words}"` : words;
      expect(csv).toContain(`Place,${cell},${[dpps, offered, taken, free].join(',')}`);
    }
  });
});
