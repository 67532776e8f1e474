import * as z from 'zod';
import { expect, it } from 'vitest';
import { heapUsed } from '../../support/armour/campaign.ts';
import { pagesCampaign } from '../../support/armour/pages.ts';
import { registerRoom, requestRoom } from '../../support/armour/rooms.ts';
import { registerAnswers, requestAnswers } from '../../support/journey/answers.ts';
import { cases } from '../../support/campaign.ts';
import { kentRegistration, kentRequest } from '../../support/journeys.ts';

/** Number of generated forms to send; `npm run test:armour` sends 10,000. */
const GENERATED = z.coerce
  .number()
  .int()
  .positive()
  .default(cases(200, 30))
  .parse(process.env['ARMOUR_GENERATED']);
const MEGABYTE = 1024 * 1024;

it.each([
  { journey: kentRegistration, good: registerAnswers(), room: registerRoom },
  { journey: kentRequest, good: requestAnswers(), room: requestRoom },
])(
  'any form on a page of the journey “$journey.id” comes back with its field named or leads to the next page, and nothing is written',
  async ({ journey, good, room }) => {
    const before = heapUsed();
    const { endpoint, handMade, generated, refused, accepted, faults } = await pagesCampaign(
      journey,
      good,
      room,
      GENERATED,
      1_121,
    );
    const grown = Math.round((heapUsed() - before) / MEGABYTE);
    console.log(
      `${endpoint}: ${handMade} hand-made, ${generated} generated; ${refused} pages came back, ${accepted} led on; ` +
        `heap ${grown >= 0 ? '+' : ''}${grown} MB`,
    );
    expect(faults).toEqual([]);
    expect(handMade).toBeGreaterThanOrEqual(200);
    expect(grown).toBeLessThan(64);
  },
  120_000 + GENERATED * 200,
);
