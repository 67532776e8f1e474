import { expect, it } from 'vitest';
import * as z from 'zod';
import { eraseListing } from '../../../functions/privacy/erasure/erase-listing.ts';
import { dataOfPractitioner } from '../../../functions/privacy/export/personal-data.ts';
import { outboxEmail } from '../../../functions/store/noun-changes.ts';
import { linkRepository } from '../../../functions/store/repositories/link-repository.ts';
import type { Table } from '../../../functions/store/table/table.ts';
import { cases } from '../../support/campaign.ts';
import { aPractitioner, NOW } from '../../support/builders.ts';
import { registrationService } from '../../support/registration-service.ts';

const MAILS = cases(100_000, 2_000);
const OWN = 5;
const AT_ONCE = 30;

it(`access and erasure read only what belongs to a person, among ${String(MAILS)} mails and links`, async () => {
  const its = registrationService();
  await its.given({ practitioners: [aPractitioner()] });
  const links = linkRepository(its.table);
  for (let from = 0; from < MAILS; from += AT_ONCE)
    await its.table.commit(
      Array.from({ length: Math.min(AT_ONCE, MAILS - from) }, (_, n) => {
        const number = from + n;
        const about = { practitionerId: number < OWN ? 'dpp1' : `p${String(number % 5_000)}` };
        const email = outboxEmail(
          its.table,
          'practitioner-already-registered',
          `c${String(number)}`,
          about,
          NOW,
        );
        const link = links.mint(
          { kind: 'manage', recipient: 'practitioner', expiresAt: NOW, ...about },
          String(number).padStart(43, '0'),
        );
        return [email, link];
      }).flat(),
    );

  const counted = { calls: 0, rows: 0 };
  const counting: Table = {
    ...its.table,
    get: async (keys) => {
      const rows = await its.table.get(keys);
      counted.calls += 1;
      counted.rows += rows.length;
      return rows;
    },
    query: async (asked) => {
      const rows = await its.table.query(asked);
      counted.calls += 1;
      counted.rows += rows.length;
      return rows;
    },
    commit: (...given) => {
      counted.calls += 1;
      return its.table.commit(...given);
    },
  };
  const measured = async (what: string, run: () => Promise<unknown>) => {
    counted.calls = 0;
    counted.rows = 0;
    const started = performance.now();
    await run();
    const seconds = ((performance.now() - started) / 1_000).toFixed(3);
    console.log(`${what}: ${seconds} s, ${String(counted.calls)} calls, ${String(counted.rows)} rows`);
    return { ...counted };
  };
  const deps = { ...its, table: counting };
  let data: unknown;
  const access = await measured('access', async () => {
    data = await dataOfPractitioner(deps)('dpp1');
  });
  const held = z.object({ emails: z.array(z.unknown()), links: z.array(z.unknown()) }).parse(data);
  expect([held.emails.length, held.links.length]).toEqual([OWN, OWN]);
  const erasure = await measured('erasure', async () => {
    expect((await eraseListing(deps)('dpp1')).ok).toBe(true);
  });
  for (const { calls, rows } of [access, erasure]) {
    expect(calls).toBeLessThan(60);
    expect(rows).toBeLessThan(200);
  }
}, 600_000);
