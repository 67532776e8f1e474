import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { routes } from '../../../shared/contracts/routes.ts';
import { campaign, heapUsed, sendGood } from '../../support/armour/campaign.ts';
import { endpoints, pages, withoutBody } from '../../support/armour/endpoints.ts';
import { cases } from '../../support/campaign.ts';

/** Number of generated bodies to send; `npm run test:armour` sends 10,000. */
const GENERATED = z.coerce
  .number()
  .int()
  .positive()
  .default(cases(300, 30))
  .parse(process.env['ARMOUR_GENERATED']);
const SEED = z.coerce.number().int().default(20_261_121).parse(process.env['ARMOUR_SEED']);
const MEGABYTE = 1024 * 1024;

describe('what is attacked', () => {
  it('is every route that takes a POST', () => {
    const posts = routes.filter(({ method }) => method === 'POST').map(({ key }) => key);
    const attacked = [...endpoints().map(({ route }) => route), ...withoutBody, ...Object.keys(pages)];
    expect(attacked.toSorted()).toEqual(posts.toSorted());
  });

  it.each(endpoints())('$route: every field is asked for in one of the ways', ({ known, ways }) => {
    const asked = new Set(ways.flatMap(({ questions }) => questions.map(({ name }) => name)));
    expect(known.map(({ name }) => name).filter((name) => !asked.has(name))).toEqual([]);
  });

  it.each(endpoints().flatMap(({ route, ways }) => ways.map((way, index) => ({ route, way, index }))))(
    '$route: the good answers number $index are taken',
    async ({ way }) => {
      const { status, body } = await sendGood(way);
      expect([200, 202, 303], body).toContain(status);
    },
  );
});

describe('any body', () => {
  it.each(endpoints())(
    `to $route is refused with its field named and nothing written, or carried as it is`,
    async (endpoint) => {
      const before = heapUsed();
      const tally = await campaign(endpoint, GENERATED, SEED);
      const grown = Math.round((heapUsed() - before) / MEGABYTE);
      const { handMade, generated, refused, accepted, faults } = tally;
      console.log(
        `${endpoint.route}: ${handMade} hand-made, ${generated} generated; ${refused} refused without a write, ` +
          `${accepted} taken; heap ${grown >= 0 ? '+' : ''}${grown} MB`,
      );
      expect(faults).toEqual([]);
      expect(handMade).toBeGreaterThanOrEqual(200);
      expect(refused).toBeGreaterThan(endpoint.takesAnything ? -1 : 0);
      expect(grown).toBeLessThan(64);
    },
    60_000 + GENERATED * 200,
  );
});
