import { describe, expect, it } from 'vitest';
import { profile } from '../../../functions/directory/listings/profile.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { aPractitioner, NOW } from '../../support/builders.ts';
import { aGet } from '../../support/a-get.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const SLUG = 'amara-example-dpp1';

const ask = (stored: Practitioner | undefined, slug = SLUG, wantsJson = false) =>
  profile({
    system: kentAndMedway,
    siteUrl: 'https://dpp.example',
    clock: { now: () => NOW },
    practitioners: { findPresent: (id) => Promise.resolve(stored?.id === id ? stored : undefined) },
  })(aGet(`/dpp/${slug}`, { params: { slug }, wantsJson }));

describe('a DPP’s page', () => {
  it('shows what is public and how to ask', async () => {
    const { status, body } = await ask(aPractitioner());
    expect(status).toBe(200);
    for (const words of [
      'Amara Example',
      'Gillingham',
      'Lipids',
      'Has places',
      'Details confirmed 2 weeks ago',
    ]) {
      expect(body).toContain(words);
    }
    expect(body).not.toContain('amara@dpp.example');
    expect(body).not.toContain('2012345');
  });

  it('says that nobody has checked the register yet', async () => {
    expect((await ask(aPractitioner({ provisional: true }))).body).toContain('Not yet checked');
  });

  it('is the same page for a DPP who paused, left, awaits the check or never existed', async () => {
    const never = await ask(undefined);
    expect(never.status).toBe(404);
    for (const state of ['paused', 'withdrawn', 'awaiting-check', 'stale'] as const) {
      expect(await ask(aPractitioner({ state }))).toEqual(never);
    }
  });

  it('is the same problem in JSON', async () => {
    const { status, headers, body } = await ask(undefined, SLUG, true);
    expect(status).toBe(404);
    expect(headers['content-type']).toContain('problem+json');
    expect(JSON.parse(body)).toMatchObject({ status: 404 });
  });

  it('leads from an old name’s address to the new one', async () => {
    const { status, headers } = await ask(aPractitioner(), 'amara-before-dpp1');
    expect(status).toBe(303);
    expect(headers['location']).toBe(`/dpp/${SLUG}`);
  });
});
