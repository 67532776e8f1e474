import { describe, expect, it } from 'vitest';
import { organisationPage } from '../../../functions/programme/organisations/organisation-page.ts';
import { organisationFigures } from '../../../shared/insights/organisation-figures.ts';
import { ledgerEntriesOf } from '../../../shared/matches/ledger.ts';
import { organisationPersonId } from '../../../functions/store/repositories/organisation-trust-repository.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import type { Link } from '../../../shared/notifications/link.ts';
import { aMatch, aPractitioner, aRequest, NOW, TODAY } from '../../support/builders.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../../functions/store/repositories/request-repository.ts';
import { countedOrganisations } from '../../../shared/insights/counted-organisations.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { aGet } from '../../support/a-get.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const link: Link = {
  kind: 'organisation',
  recipient: 'organisation',
  organisationId: 'medway-pharmacy',
  personId: organisationPersonId('lead', 'lea@pharmacy.example'),
  expiresAt: '2027-01-01T09:00:00.000Z',
};

const own = { id: 'medway-pharmacy', name: 'Medway Pharmacy' };

const led: Organisation = {
  ...own,
  version: 1,
  place: 'medway-swale',
  leadName: 'Lea Lead',
  leadEmail: 'lea@pharmacy.example',
  leadConfirmedAt: NOW,
  digests: true,
  createdAt: NOW,
};

const listed = [aPractitioner(), aPractitioner({ id: 'dpp2', name: 'Own Dpp', organisation: own })];
const open = [aRequest(), aRequest({ id: 'r2', organisation: aMatch().host })];

const ask = async (
  found: Link | undefined,
  {
    expired = false,
    wantsJson = false,
    organisation = led,
    counted = true,
  }: {
    expired?: boolean;
    wantsJson?: boolean;
    organisation?: Organisation | null;
    counted?: boolean;
  } = {},
) => {
  const table = memoryTable();
  await table.commit([
    ...listed.map((one) => practitionerRepository(table).save({ ...one, version: 0 })),
    ...open.map((one) => requestRepository(table).save({ ...one, version: 0 })),
  ]);
  return organisationPage({
    system: kentAndMedway,
    clock: { now: () => NOW },
    links: { find: () => Promise.resolve(found && { link: found, expired }) },
    organisations: { find: () => Promise.resolve(organisation ?? undefined) },
    counted: () =>
      Promise.resolve(counted ? countedOrganisations(listed, open, TODAY, kentAndMedway) : undefined),
    table,
    ledger: {
      of: (id) =>
        Promise.resolve(ledgerEntriesOf(aMatch()).filter(({ organisation }) => organisation.id === id)),
    },
  })(aGet('/organisation/token', { params: { token: 'token' }, wantsJson }));
};

describe('an organisation’s page', () => {
  it('opens for nobody but the person who leads it now', async () => {
    const { leadConfirmedAt, ...unconfirmed } = led;
    const { personId, ...ofVersion030 } = link;
    const replies = [
      await ask(link, { organisation: unconfirmed }),
      await ask(link, { organisation: { ...led, leadEmail: 'new@pharmacy.example' } }),
      await ask(link, { organisation: null }),
      await ask(ofVersion030),
    ];
    expect(replies.map(({ status }) => status)).toEqual([410, 410, 410, 410]);
    for (const { body } of replies) expect(body).not.toContain('Medway Pharmacy');
  });

  it('shows its own DPPs, its own open requests, and its balance of hosting', async () => {
    const { status, body } = await ask(link);
    expect(status).toBe(200);
    for (const words of ['Medway Pharmacy', 'Own Dpp', '4 January 2027', 'Harbour Surgery']) {
      expect(body).toContain(words);
    }
    expect(body).toContain(
      'You hosted 0 learners from other organisations (0 hours). Other organisations hosted 1 learner from yours',
    );
    expect(body).not.toContain('Amara Example');
  });

  it('suggests a swap with an organisation whose learner it can host and which can host its own', async () => {
    const page = await ask(link);
    expect(page.body).toContain('Swaps you could arrange');
    expect(page.body).toContain('Pharmacist (cardiovascular and hypertension)');
    expect(JSON.parse((await ask(link, { wantsJson: true })).body)).toMatchObject({
      swaps: [{ partner: { id: 'harbour-surgery' }, theyCanHost: 1, weCanHost: 1 }],
    });
  });

  it('never names a learner', async () => {
    expect((await ask(link)).body).not.toContain('Lee Learner');
    expect((await ask(link, { wantsJson: true })).body).not.toContain('lee@learner.example');
  });

  it('is being prepared before a schedule has counted', async () => {
    expect((await ask(link, { counted: false })).status).toBe(503);
  });

  it('shows neither a DPP nor a request that belongs to another organisation since the count', () => {
    const moved = { id: 'elsewhere', name: 'Elsewhere' };
    const facts = organisationFigures(
      { id: own.id, employerId: own.id },
      {
        practitioners: [aPractitioner({ organisation: moved })],
        requests: [aRequest({ organisation: moved })],
        ledger: [],
        swaps: [],
      },
      TODAY,
      kentAndMedway,
    );
    expect([facts.dpps, facts.requests]).toEqual([[], []]);
  });

  it('is cached nowhere', async () => {
    expect((await ask(link)).headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
    });
  });

  it('gives the same answer to an unknown link, an expired one and one of another kind', async () => {
    const unknown = await ask(undefined);
    expect(unknown.status).toBe(410);
    expect(await ask(link, { expired: true })).toEqual(unknown);
    expect(await ask({ ...link, kind: 'digest' })).toEqual(unknown);
  });
});
