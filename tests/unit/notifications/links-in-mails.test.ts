import { organisationPersonId } from '../../../functions/store/repositories/organisation-trust-repository.ts';
import { describe, expect, it } from 'vitest';
import { digestPage } from '../../../functions/notifications/digests/digest-page.ts';
import { stopFromLink } from '../../../functions/notifications/unsubscribe/stop-from-link.ts';
import { unsubscribe } from '../../../functions/notifications/unsubscribe/unsubscribe.ts';
import type { HttpRequest } from '../../../functions/web/http/http-message.ts';
import { linkRepository } from '../../../functions/store/repositories/link-repository.ts';
import { suppressionRepository } from '../../../functions/store/repositories/suppression-repository.ts';
import { emailFor } from '../../../shared/notifications/email.ts';
import type { Link } from '../../../shared/notifications/link.ts';
import { aPractitioner, NOW } from '../../support/builders.ts';
import { aDigestRun, anOrganisation } from '../../support/email-samples.ts';
import { anHttpRequest } from '../../support/http-event.ts';
import { anOutbox } from '../../support/outbox.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const TOKEN = 'T'.repeat(43);

const asked = (method: 'GET' | 'POST', path: string, wantsJson = false): HttpRequest =>
  anHttpRequest({
    method,
    path,
    params: { token: path.split('/').at(-1) ?? '' },
    form: { 'List-Unsubscribe': ['One-Click'] },
    wantsJson,
  });

const aService = async (link: Partial<Link>) => {
  const outbox = anOutbox();
  const links = linkRepository(outbox.table);
  const suppressions = suppressionRepository(outbox.table);
  await outbox.given(
    outbox.practitioners.save(aPractitioner({ version: 0 })),
    outbox.organisations.save(anOrganisation({ version: 0 })),
    outbox.digests.save({ ...aDigestRun({ kind: 'system' }), version: 0 }),
    links.mint(
      { kind: 'unsubscribe', recipient: 'practitioner', expiresAt: '2027-11-21T09:00:00.000Z', ...link },
      TOKEN,
    ),
  );
  let ids = 0;
  const { show, stop } = unsubscribe({
    ...outbox,
    links,
    suppressions,
    chance: { id: () => `a${String((ids += 1))}` },
    stopOf: stopFromLink(outbox),
  });
  const page = digestPage({ system: kentAndMedway, ...outbox, links, runs: outbox.digests });
  return { ...outbox, show, stop, page, suppressions };
};

describe('an unsubscribe link', () => {
  const path = `/unsubscribe/${TOKEN}`;

  it('changes nothing when it is looked at', async () => {
    const { show, memory } = await aService({ practitionerId: 'dpp1' });
    const before = JSON.stringify(memory.rows());
    const reply = await show(asked('GET', path));
    expect(reply).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    expect(reply.body).toContain(`action="${path}"`);
    expect(reply.body).not.toContain('amara@dpp.example');
    expect(JSON.stringify(memory.rows())).toBe(before);
  });

  it('stops nudges to its own address with one press, and a second press changes nothing', async () => {
    const { stop, suppressions } = await aService({ practitionerId: 'dpp1' });
    for (const reply of [await stop(asked('POST', path)), await stop(asked('POST', path))])
      expect(reply).toMatchObject({ status: 200 });
    expect(await suppressions.held('amara@dpp.example')).toBe('nudges');
    expect(await suppressions.held('nia@harbour.example')).toBeUndefined();
  });

  it('of a lead stops the organisation’s digest', async () => {
    const { stop, suppressions } = await aService({
      recipient: 'organisation',
      organisationId: 'harbour-surgery',
      personId: organisationPersonId('lead', 'nia@harbour.example'),
    });
    await stop(asked('POST', path));
    expect(await suppressions.held('nia@harbour.example')).toBe('nudges');
  });

  it('of a former lead does not stop the digest of the one who leads now', async () => {
    const { stop, suppressions } = await aService({
      recipient: 'organisation',
      organisationId: 'harbour-surgery',
      personId: organisationPersonId('lead', 'former@harbour.example'),
    });
    await stop(asked('POST', path));
    expect(await suppressions.held('nia@harbour.example')).toBeUndefined();
  });

  it('of the team’s digest stops that digest only', async () => {
    const service = await aService({ recipient: 'team', occasion: '2026-W47#system' });
    await service.stop(asked('POST', path));
    const digest = emailFor('digest-system', 'x', { occasion: '2026-W47#system' }, NOW);
    const alarm = emailFor('team-reconcile-alarm', 'x', {}, NOW);
    await service.given(service.emails.save(digest), service.emails.save(alarm));
    expect(await service.send(digest.id)).toBe('suppressed');
    expect(await service.send(alarm.id)).toBe('sent');
    expect(await service.suppressions.held('digest#east-kent')).toBeUndefined();
  });

  it('of somebody who has been erased says that it is done', async () => {
    const { stop } = await aService({ practitionerId: 'gone' });
    expect(await stop(asked('POST', path))).toMatchObject({ status: 200 });
  });

  it.each<[string, Partial<Link>, string]>([
    ['is of another kind', { kind: 'manage', practitionerId: 'dpp1' }, path],
    ['is over', { practitionerId: 'dpp1', expiresAt: NOW }, path],
    ['is unknown', { practitionerId: 'dpp1' }, `/unsubscribe/${'U'.repeat(43)}`],
  ])('that %s stops nothing', async (_, link, to) => {
    const { stop, suppressions } = await aService(link);
    expect(await stop(asked('POST', to))).toMatchObject({ status: 410 });
    expect(await suppressions.held('amara@dpp.example')).toBeUndefined();
  });
});

describe('a link to a digest', () => {
  const digest = { kind: 'digest', recipient: 'team', occasion: '2026-W47#system' } as const;

  it('shows the whole of it, beyond what a mail lists', async () => {
    const { page } = await aService(digest);
    const { status, body, headers } = await page(asked('GET', `/digest/${TOKEN}`));
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' });
    expect(body.match(/DPP needed by/g)).toHaveLength(12);
    expect(body).toContain('2 learners need a DPP by 14 January 2027');
    expect(body).toContain('Places taken');
    expect(body).not.toContain(TOKEN);
  });

  it('gives the same as JSON', async () => {
    const { page } = await aService(digest);
    const { body } = await page(asked('GET', `/digest/${TOKEN}`, true));
    expect(JSON.parse(body)).toMatchObject({ title: 'Kent and Medway' });
  });

  it('of another kind shows nothing', async () => {
    const { page } = await aService({ kind: 'organisation', recipient: 'organisation' });
    expect(await page(asked('GET', `/digest/${TOKEN}`))).toMatchObject({ status: 410 });
  });
});
