import { beforeAll, describe, expect, it } from 'vitest';
import {
  countedFairnessSchema,
  countFairness,
} from '../../../functions/directory/insights/count-fairness.ts';
import { fairness } from '../../../functions/directory/insights/fairness.ts';
import { fairnessFacts } from '../../../functions/directory/insights/fairness-facts.ts';
import { fairnessRounds } from '../../../functions/directory/insights/fairness-rounds.ts';
import { figuresFile } from '../../../functions/store/figures-file.ts';
import { recentRounds } from '../../../functions/store/recent-rounds.ts';
import { digestNounsLoader } from '../../../functions/notifications/digests/load-nouns.ts';
import { ledgerRepository } from '../../../functions/store/repositories/ledger-repository.ts';
import { offerRepository } from '../../../functions/store/repositories/offer-repository.ts';
import { matchRepository } from '../../../functions/store/repositories/match-repository.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../../functions/store/repositories/request-repository.ts';
import { roundRepository } from '../../../functions/store/repositories/round-repository.ts';
import { seedTable } from '../../../infra/local/seed/seed.ts';
import { computeFigures } from '../../../shared/digest/compute-figures.ts';
import { reportOf } from '../../../shared/digest/report.ts';
import type { DigestScope } from '../../../shared/digest/scope.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { publicFairnessSchema } from '../../../shared/insights/public-fairness.ts';
import { hashOf } from '../../../functions/platform/hash.ts';
import { NOW, TODAY } from '../../support/builders.ts';
import { memoryObjects } from '../../support/memory-objects.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { aGet } from '../../support/a-get.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const table = memoryTable();
const clock = { now: () => NOW };
const file = figuresFile({
  objects: memoryObjects(),
  systemId: 'kent-and-medway',
  name: 'fairness',
  schema: countedFairnessSchema,
});
const answers = fairness({ system: kentAndMedway, clock, counted: file.read });
const rounds = fairnessRounds(table);
const casesRead: string[] = [];
const count = countFairness({
  system: kentAndMedway,
  rounds: {
    ...rounds,
    cases: (id) => {
      casesRead.push(id);
      return rounds.cases(id);
    },
  },
  facts: fairnessFacts({
    practitioners: practitionerRepository(table),
    requests: requestRepository(table),
    matches: matchRepository(table),
    rounds: recentRounds(table),
  }),
});
const get = (query: string, wantsJson = false) =>
  answers(aGet(`/insights?about=fairness${query}`, { wantsJson }));
let past: Round;
let next: Round;

beforeAll(async () => {
  await seedTable(table, NOW);
  [next, past] = (await roundRepository(table).all()) as [Round, Round];
  await file.write(await count(NOW, undefined));
});

describe('reports on how learners fared', () => {
  it('read the documents of a round once, until the round changes', async () => {
    casesRead.length = 0;
    const before = await file.read();
    expect(await count(NOW, before)).toEqual(before);
    expect(casesRead).toEqual([]);
    const older = before!.rounds.map(({ round, report }) => ({
      report,
      round: { ...round, version: round.version - 1 },
    }));
    await count(NOW, { ...before!, rounds: older });
    expect(casesRead).toContain(past.id);
  });

  it('say that they are being prepared until they have been counted', async () => {
    const none = fairness({ system: kentAndMedway, clock, counted: () => Promise.resolve(undefined) });
    expect(await none(aGet('/insights?about=fairness'))).toMatchObject({ status: 503 });
  });

  it('are listed for every quarter since the first request and for every round', async () => {
    const { body } = await get('');
    expect(body).toContain('Quarter: October to December 2026');
    expect(body).toContain('Quarter: January to March 2026');
    expect(body).toContain(`Round: ${past.name}`);
    expect(body).toContain(`/insights?about=fairness&amp;round=${past.id}`);
  });

  it('compare a round with first come, first served, with the carbon factor and its source', async () => {
    const { body, status } = await get(`&round=${past.id}`);
    expect(status).toBe(200);
    expect(body).toMatch(/About \d+% of the \d+ learners of the round “Last intake” have a place/);
    expect(body).toMatch(/First come, first served would have found a place for about \d+%/);
    expect(body).toMatch(/(saves|they travel) \d+ miles by road/);
    expect(body).toMatch(/\d+ kg CO2e/);
    expect(body).toContain('UK Government GHG Conversion Factors');
    for (const dimension of ['place', 'profession of the learner', 'type of learner', 'setting wanted'])
      expect(body).toContain(`By ${dimension}`);
    expect(body).toContain('Has no DPP of its own');
  });

  it('are the same as data and as a spreadsheet of full rows', async () => {
    const report = publicFairnessSchema.parse(JSON.parse((await get(`&round=${past.id}`, true)).body));
    expect(report.about).toMatchObject({ kind: 'round', id: past.id });
    const { body, headers } = await get(`&round=${past.id}&format=csv`);
    expect(JSON.stringify(headers)).toContain(`dpp-fairness-round-${past.id}.csv`);
    const rows = body.trim().split('\r\n');
    expect(rows[1]).toContain(`Last intake,Everything,Kent and Medway,${report.totals.learners ?? ''},`);
    expect(body).toContain(
      `Miles by road saved compared with first come, first served",,,,,,${report.travel?.milesSaved ?? ''}`,
    );
    const cells = (row: string) => row.replaceAll(/"[^"]*"/gu, 'x').split(',').length;
    expect(new Set(rows.map(cells))).toEqual(new Set([9]));
  });

  it('publish the hash of a seed from the first day, and the seed only once it is revealed', async () => {
    const gathering = (await get(`&round=${next.id}`)).body;
    expect(gathering).toContain(next.seedHash);
    expect(gathering).not.toContain(next.seed);
    expect((await get(`&round=${next.id}`, true)).body).not.toContain(next.seed);
    const revealed = (await get(`&round=${past.id}`)).body;
    expect(revealed).toContain(past.seed);
    expect(hashOf(past.seed)).toBe(past.seedHash);
  });

  it('agree with the block of the system’s digest, which places do not have', async () => {
    const load = digestNounsLoader({
      system: kentAndMedway,
      practitioners: practitionerRepository(table),
      requests: requestRepository(table),
      offers: offerRepository(table),
      matches: matchRepository(table),
      ledger: ledgerRepository(table),
      rounds: recentRounds(table),
    });
    const nouns = await load(NOW);
    const partsOf = (scope: DigestScope) =>
      reportOf(scope, computeFigures(nouns, TODAY, kentAndMedway)(scope), kentAndMedway).parts;
    const block = partsOf({ kind: 'system' }).find(({ heading }) => heading.includes('Last intake'));
    const { travel } = publicFairnessSchema.parse(JSON.parse((await get(`&round=${past.id}`, true)).body));
    expect(JSON.stringify(block)).toContain(
      `${travel!.milesSaved} miles by road fewer than with first come, first served`,
    );
    expect(JSON.stringify(block)).toContain(`${travel!.kgCo2eSaved} kg CO2e (UK Government GHG`);
    expect(JSON.stringify(block)).toMatch(/36 of 36 learners have a place/);
    expect(JSON.stringify(partsOf({ kind: 'place', place: 'east-kent' }))).not.toContain('Last intake');
  });

  it('show nothing of fewer than 10 learners, and no name or id', async () => {
    const { body } = await get(`&round=${past.id}`);
    const report = publicFairnessSchema.parse(JSON.parse((await get(`&round=${past.id}`, true)).body));
    const lines = Object.values(report.by).flat();
    expect(lines.some(({ learners }) => learners === null)).toBe(true);
    for (const { learners } of lines) if (learners !== null) expect(learners).toBeGreaterThanOrEqual(10);
    for (const { id, requesterName } of await requestRepository(table).inState('matched')) {
      expect(body).not.toContain(id);
      expect(body).not.toContain(requesterName);
    }
  });

  it('do not exist for an unknown round', async () => {
    expect((await get('&round=constructor')).status).toBe(404);
  });
});
