import { describe, expect, it } from 'vitest';
import { manifestFrom, manifestKey } from '../../../functions/store/published-manifest.ts';
import { countFigures } from '../../../functions/directory/insights/count-figures.ts';
import { insights } from '../../../functions/directory/insights/insights.ts';
import { nounChanges } from '../../../functions/store/noun-changes.ts';
import { lapseOffers } from '../../../functions/matching/offers/lapse-offers.ts';
import { supplyOfRows } from '../../../functions/matching/seats/matching-supply.ts';
import { matchSeats } from '../../../functions/matching/seats/match-seats.ts';
import { dailyReminders } from '../../../functions/notifications/reminders/daily-reminders.ts';
import { digestRunRepository } from '../../../functions/store/repositories/digest-run-repository.ts';
import { digestNounsLoader } from '../../../functions/notifications/digests/load-nouns.ts';
import { everyReminder } from '../../../functions/notifications/reminders/every-reminder.ts';
import { sendEmails } from '../../../functions/notifications/outbox/send-emails.ts';
import { sweepOutbox } from '../../../functions/notifications/outbox/sweep-outbox.ts';
import { weeklyDigests } from '../../../functions/notifications/digests/weekly-digests.ts';
import { auditRow } from '../../../functions/store/audit-row.ts';
import { emailRepository } from '../../../functions/store/repositories/email-repository.ts';
import { ledgerRepository } from '../../../functions/store/repositories/ledger-repository.ts';
import { matchRepository } from '../../../functions/store/repositories/match-repository.ts';
import { offerRepository } from '../../../functions/store/repositories/offer-repository.ts';
import { organisationRepository } from '../../../functions/store/repositories/organisation-repository.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { UnreadableRow } from '../../../functions/platform/unreadable-row.ts';
import { requestRepository } from '../../../functions/store/repositories/request-repository.ts';
import { reconcileBooks } from '../../../functions/programme/reconciliation/reconcile-books.ts';
import { reconcile } from '../../../functions/programme/reconciliation/reconcile.ts';
import { openRequests } from '../../../functions/store/open-requests.ts';
import { runProgressRepository } from '../../../functions/store/repositories/run-progress-repository.ts';
import { vouchRepository } from '../../../functions/store/repositories/vouch-repository.ts';
import { eraseListing } from '../../../functions/privacy/erasure/erase-listing.ts';
import { dataOfPractitioner } from '../../../functions/privacy/export/personal-data.ts';
import { emailFor } from '../../../shared/notifications/email.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { memoryObjects } from '../../support/memory-objects.ts';
import { aPublisher, SYSTEM_ID } from '../../support/publisher.ts';
import { aGet } from '../../support/a-get.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';
import { anOrganisation } from '../../support/email-samples.ts';
import { spoiltTable } from '../../support/spoilt-table.ts';
import { noMap } from '../../support/district-maps.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { noContext } from '../../support/no-context.ts';

const LATER = '2026-11-30T09:00:00.000Z';
const pending = { offerId: 'offer1', from: '2027-02-01', to: '2027-07-31', holdsPlace: false };

/** A service with a readable and an unreadable copy of every row. */
const aService = async () => {
  const spoilt = spoiltTable();
  const { table } = spoilt;
  let now = NOW;
  let ids = 0;
  const log: string[] = [];
  const emails = emailRepository(table);
  const organisations = organisationRepository(table);
  const nouns = {
    practitioners: [
      aPractitioner({ version: 0, pendingOffers: [pending] }),
      aPractitioner({ version: 0, id: 'dpp2', email: 'two@dpp.example', placesOffered: 2 }),
    ],
    requests: [
      aRequest({
        version: 0,
        seats: [aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1' })],
      }),
      aRequest({ version: 0, id: 'req2' }),
    ],
    offers: [anOffer({ version: 0 })],
    matches: [aMatch({ version: 0 })],
  };
  for (const change of [
    ...nounChanges(table, nouns),
    organisations.save(anOrganisation({ version: 0 })),
    emails.save(emailFor('team-sign-off-near', 'req1', { requestId: 'req1' }, NOW)),
    auditRow('practitioner#dpp1', NOW, 'a1', 'schedule', 'listing-hidden', { note: 'x' }),
  ])
    await table.commit([change]);
  const note = (code: string, facts: { readonly row?: string } = {}) =>
    void log.push(facts.row === undefined ? code : `${code} ${facts.row}`);
  return {
    ...spoilt,
    log: { event: note, surprise: note },
    logged: log,
    clock: { now: () => now },
    at: (moment: string) => {
      now = moment;
    },
    chance: { id: () => `id${String((ids += 1))}` },
    emails,
    organisations,
    practitioners: practitionerRepository(table),
    requests: requestRepository(table),
    offers: offerRepository(table),
    matches: matchRepository(table),
    ledger: ledgerRepository(table),
    digests: digestRunRepository(table),
    progress: runProgressRepository(table),
  };
};

describe('an unreadable row', () => {
  it.each([
    ['practitioner', (s) => s.practitioners.inState('listed'), 2],
    [
      'practitioner',
      (s) => s.practitioners.page('listed', { until: LATER, size: 10 }).then(({ found }) => found),
      2,
    ],
    ['request', (s) => s.requests.inState('open'), 2],
    ['request', (s) => s.requests.dueBy('open', '2027-12-31'), 2],
    ['offer', (s) => s.offers.pending(), 1],
    ['offer', (s) => s.offers.overdue(LATER), 1],
    ['match', (s) => s.matches.inState('agreed'), 1],
    [
      'match',
      (s) => s.matches.page('agreed', { until: '2027-12-31', size: 10 }).then(({ found }) => found),
      1,
    ],
    ['organisation', (s) => s.organisations.all(), 1],
    ['email', (s) => s.emails.waiting(LATER, 100), 1],
  ] satisfies readonly [
    string,
    (service: Awaited<ReturnType<typeof aService>>) => Promise<readonly unknown[]>,
    number,
  ][])(
    'of a %s is left out of its list and reported by its key, and the others are returned',
    async (kind, list, good) => {
      const service = await aService();
      service.spoil(kind);
      expect(await list(service)).toHaveLength(good);
      expect(service.setAside()).toHaveLength(good);
      for (const told of service.setAside())
        expect(told).toMatch(/^[A-Z]+#[\w.-]+-bad [a-z_]+:(?:state|name)?$/u);
    },
  );

  it('is thrown where no report is possible', async () => {
    const { memory, spoil } = await aService();
    spoil('practitioner');
    await expect(practitionerRepository(memory).inState('listed')).rejects.toThrow(UnreadableRow);
  });

  it('throws when it is read by its key, without revealing its content', async () => {
    const { practitioners, damage } = await aService();
    damage(({ pk }) => pk === 'PRACTITIONER#dpp1');
    const error: unknown = await practitioners.find('dpp1').catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(UnreadableRow);
    expect(`${String(error)}${JSON.stringify(error)}`).not.toMatch(/amara|example/iu);
  });

  it('does not block other offers from lapsing', async () => {
    const service = await aService();
    service.spoil('offer');
    service.at(LATER);
    expect(await lapseOffers(service)()).toBe(1);
  });

  it('of a practitioner with an expired offer does not block later offers from lapsing', async () => {
    const service = await aService();
    const { table } = service;
    const second = { offerId: 'offer2', from: '2027-02-01', to: '2027-07-31', holdsPlace: false };
    for (const change of nounChanges(table, {
      practitioners: [
        aPractitioner({ version: 0, id: 'dpp3', email: 'x@dpp.example', pendingOffers: [second] }),
      ],
      requests: [
        aRequest({
          version: 0,
          id: 'req3',
          seats: [aSeat({ state: 'offered', offerId: 'offer2', practitionerId: 'dpp3' })],
        }),
      ],
      offers: [anOffer({ version: 0, id: 'offer2', requestId: 'req3', practitionerId: 'dpp3' })],
    }))
      await table.commit([change]);
    service.damage(({ pk }) => pk === 'PRACTITIONER#dpp1');
    service.at(LATER);
    expect(await lapseOffers(service)()).toBe(1);
    expect(service.setAside()).toEqual([expect.stringContaining('PRACTITIONER#dpp1')]);
  });

  it.each(['practitioner', 'request'])('of a %s does not block the matching of others', async (kind) => {
    const service = await aService();
    service.spoil(kind);
    const run = matchSeats({
      ...service,
      policy,
      system: kentAndMedway,
      supply: supplyOfRows({ ...service, memory: () => Promise.resolve(noContext) }),
    });
    await expect(run()).resolves.toMatchObject({ offered: 1 });
    await expect(run(['req2', 'req2-bad'])).resolves.toMatchObject({ offered: 0 });
  });

  it('does not remove others from the directory and the figures', async () => {
    const service = await aService();
    service.spoil('practitioner', 'request');
    const objects = memoryObjects();
    await aPublisher({ table: service.table, objects, now: service.clock.now }).rebuild();
    const manifest = await objects.get(manifestKey(SYSTEM_ID));
    expect(typeof manifest === 'object' && manifestFrom(manifest.body).people).toBe(2);
    const page = await insights({
      system: kentAndMedway,
      map: () => Promise.resolve(noMap),
      clock: service.clock,
      counted: async () => {
        const count = countFigures({ ...service, system: kentAndMedway, rounds: () => Promise.resolve([]) });
        return (await count(service.clock.now())).insights;
      },
      fairness: () => Promise.reject(new Error('not asked for')),
    })(aGet('/insights'));
    expect(page.status).toBe(200);
  });

  it('does not block the nightly comparison of others, and is missing in what it belongs to', async () => {
    const service = await aService();
    service.damage(({ pk }) => pk === 'REQUEST#req1');
    const log: unknown[] = [];
    const note = (code: string, facts: object) => void log.push({ code, ...facts });
    await reconcile({
      ...service,
      ...reconcileBooks({ ...service, openRequests: openRequests(service.table, service.requests) }),
      missingDigests: () => Promise.resolve([]),
      log: { event: note, surprise: note },
    })();
    expect(service.setAside()).toContainEqual(expect.stringContaining('REQUEST#req1'));
    const of = (code: string) =>
      expect.objectContaining({ code: 'reconcile-difference', reason: code }) as unknown;
    expect(log).toContainEqual(of('pending-offer-unknown-to-seat'));
    expect(log).toContainEqual(of('match-without-commitment'));
    expect(log.at(-1)).toMatchObject({ code: 'reconcile-alarm' });
  });

  it('does not block the digests and reminders of others', async () => {
    const service = await aService();
    service.spoil('practitioner', 'request', 'offer', 'match', 'organisation');
    service.at('2027-03-15T07:30:00.000Z');
    await dailyReminders({
      ...service,
      reminders: everyReminder({
        ...service,
        vouches: vouchRepository(service.table),
        system: kentAndMedway,
      }),
    })();
    await weeklyDigests({
      ...service,
      system: kentAndMedway,
      runs: service.digests,
      loadNouns: digestNounsLoader({ ...service, system: kentAndMedway }),
    })();
    const names = (await service.emails.waiting('2028-01-01T00:00:00.000Z', 100)).map(({ name }) => name);
    expect(names).toContain('practitioner-listing-hidden');
    expect(names.filter((name) => name.startsWith('digest-'))).toHaveLength(6);
  });

  it('does not block the messages after it, from the stream or in a sweep', async () => {
    const service = await aService();
    const sent: string[] = [];
    const send = (id: string) => {
      if (id === 'bad')
        return Promise.reject(new UnreadableRow({ pk: 'REQUEST#req1', sk: 'REQUEST' }, undefined));
      sent.push(id);
      return Promise.resolve('sent' as const);
    };
    const message = (emailId: string) => ({ messageId: emailId, body: JSON.stringify({ emailId }) });
    const answer = await sendEmails({ send, log: service.log })({ Records: ['bad', 'good'].map(message) });
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(service.logged).toEqual(['row-unreadable REQUEST#req1']);
    service.spoil('email');
    await sweepOutbox({ ...service, send })();
    expect(sent).toEqual(['good', 'team-sign-off-near.req1']);
  });

  it('stops the erasure and export of its own subject, and of no others', async () => {
    const service = await aService();
    service.damage(({ pk }) => pk === 'MATCH#match1');
    await expect(eraseListing(service)('dpp1')).rejects.toThrow(UnreadableRow);
    await expect(dataOfPractitioner(service)('dpp1')).rejects.toThrow(UnreadableRow);
    await expect(dataOfPractitioner(service)('dpp2')).resolves.toMatchObject({
      practitioner: { id: 'dpp2' },
    });
    expect(await eraseListing(service)('dpp2')).toMatchObject({ ok: true, value: { state: 'erased' } });
  });

  it('does not stop the erasure of somebody whose short name is within other words of the row', async () => {
    const service = await aService();
    await service.table.commit(
      nounChanges(service.table, {
        practitioners: [aPractitioner({ version: 0, id: 'dpp3', name: 'Ed', email: 'ed@dpp.example' })],
      }),
    );
    service.damage(({ pk }) => pk === 'REQUEST#req2');
    expect(await eraseListing(service)('dpp3')).toMatchObject({ ok: true, value: { name: 'erased' } });
  });
});
