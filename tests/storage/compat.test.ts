import { openRequests } from '../../functions/store/open-requests.ts';
import { matchRepository } from '../../functions/store/repositories/match-repository.ts';
import { offerRepository } from '../../functions/store/repositories/offer-repository.ts';
import { practitionerRepository } from '../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../functions/store/repositories/request-repository.ts';
import { systemOfKey } from '../../functions/store/table/keys.ts';
import { rows } from '../../functions/store/table/rows.ts';
import { systemTable } from '../../functions/store/table/system-table.ts';
import { everyDifference, reconcileBooks } from '../../functions/programme/reconciliation/reconcile-books.ts';
import { migrateRows } from '../../infra/ops/migrate-rows.ts';
import { storedTable } from '../../infra/ops/stored-table.ts';
import { NOW } from '../support/builders.ts';
import { kentAndMedway } from '../support/kent-and-medway.ts';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { answer, lookBack, offer, registerAndAsk, twoVersions } from '../compat/journey.ts';
import { type OldVersion, oldVersion } from '../compat/old-version.ts';
import { upgraded } from '../compat/upgraded.ts';
import { runSeed } from '../simulation/run-seed.ts';
import { requestAnswers } from '../support/journey/answers.ts';
import { localClient, localTable } from '../support/local-table.ts';

/** Number of seeds to run; `npm run compat` runs more. */
const SEEDS = Number(process.env['COMPAT_SEEDS'] ?? 2);
const OPERATIONS = Number(process.env['COMPAT_OPERATIONS'] ?? 1_000);

let old: OldVersion;
beforeAll(async () => {
  old = await oldVersion();
});

const steps = [registerAndAsk, offer, answer, lookBack];

describe('an upgrade from 0.1.0', () => {
  it.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
    'lets this version go on with a simulated history, seed %i',
    { timeout: 120_000 },
    async (seed) => {
      const plant = upgraded(old, 250);
      const { violation } = await runSeed({ seed, operations: OPERATIONS, plant });
      expect(violation).toBeUndefined();
      const { before, after } = plant.ran();
      expect(before).toBe(250);
      expect(after).toBeGreaterThan(200);
    },
  );

  it.each([
    ['the request', 1],
    ['the offer', 2],
    ['the match', 3],
    ['the feedback', 4],
  ] as const)('after %s leads the DPP and the learner on', async (_, before) => {
    const its = await twoVersions(localClient(inject('dynamoEndpoint')), old, `compat-${String(before)}`);
    const seen: string[] = [];
    for (const step of steps.slice(0, before)) seen.push(...(await step(its)));
    expect(await its.upgrade()).toMatchObject({ notMoved: 0 });
    for (const step of steps.slice(before)) seen.push(...(await step(its)));
    expect(seen.filter((reply) => /^[45]\d\d /u.test(reply))).toEqual([]);
    const { practitioners, requests, matches } = its.now.nouns;
    expect(await practitioners.find('dpp1')).toMatchObject({
      state: 'listed',
      commitments: [],
      pendingOffers: [],
    });
    expect(await requests.find('req1')).toMatchObject({ state: 'completed' });
    expect(await matches.inState('completed')).toMatchObject([
      { learnerFeedback: { rating: 4 }, practitionerFeedback: { rating: 4 } },
    ]);
    expect(await its.old.nouns.practitioners.find('dpp1')).toBeUndefined();
    expect(await its.next().eraseRequest()('req1')).toMatchObject({ ok: true });
    expect(await its.next().eraseListing()('dpp1')).toMatchObject({ ok: true });
  });

  it('moves nothing the second time', async () => {
    const its = await twoVersions(localClient(inject('dynamoEndpoint')), old, 'compat-twice');
    await registerAndAsk(its);
    await its.upgrade();
    expect(await its.upgrade()).toMatchObject({ moved: 0, named: 0, notMoved: 0 });
  });

  it('reads every row of a year of use, and its books balance', { timeout: 120_000 }, async () => {
    const client = localClient(inject('dynamoEndpoint'));
    await localTable(client, 'compat-year');
    await old.seedTable(old.dynamoTable(old.documentsOf(client), 'compat-year'), NOW);
    const stored = storedTable(client, 'compat-year');
    expect(await migrateRows(stored, { systemId: kentAndMedway.id })).toMatchObject({ notMoved: 0 });
    const kinds = new Set<unknown>();
    for await (const page of stored.pages())
      for (const row of page) {
        const { kind } = row;
        kinds.add(kind);
        const description = Object.values(rows).find((one) => one.kind === kind);
        expect(() => description?.parse(row), row.pk).not.toThrow();
        expect([row.pk, systemOfKey(row.pk) ?? row['system']]).toEqual([row.pk, kentAndMedway.id]);
      }
    expect(kinds.size).toBeGreaterThan(10);
    const table = systemTable(stored.table, kentAndMedway.id);
    const requests = requestRepository(table);
    const books = reconcileBooks({
      table,
      practitioners: practitionerRepository(table),
      requests,
      offers: offerRepository(table),
      matches: matchRepository(table),
      openRequests: openRequests(table, requests),
    });
    expect((await practitionerRepository(table).inState('listed')).length).toBeGreaterThan(50);
    expect(await everyDifference(books.lists)).toEqual([]);
  });

  it('keeps a conflict of interest that 0.1.0 stored as text', async () => {
    const its = await twoVersions(localClient(inject('dynamoEndpoint')), old, 'compat-conflicts');
    const former = requestAnswers({ conflictKinds: ['line-manager'], conflictWith: 'Amara Example' });
    await its.old.request()({ id: 'old', answers: former, network: 'n' });
    await its.upgrade();
    expect((await its.now.nouns.requests.findPresent('old'))?.conflicts).toEqual([
      { kind: 'line-manager', name: 'Amara Example', oldText: true, decision: { is: 'undecided' } },
    ]);
  });
});
