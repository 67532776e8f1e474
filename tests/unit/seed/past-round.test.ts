import { beforeAll, describe, expect, it } from 'vitest';
import { matchRepository } from '../../../functions/store/repositories/match-repository.ts';
import { offerRepository } from '../../../functions/store/repositories/offer-repository.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../../functions/store/repositories/request-repository.ts';
import { roundRepository } from '../../../functions/store/repositories/round-repository.ts';
import { ledgerRepository } from '../../../functions/store/repositories/ledger-repository.ts';
import { planDocuments } from '../../../functions/store/plan-documents.ts';
import { seedTable } from '../../../infra/local/seed/seed.ts';
import { offersWithoutPlace, placesUsed } from '../../../shared/capacity/capacity.ts';
import { isInWindow } from '../../../shared/rounds/round-moves.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { fairnessOf } from '../../../shared/insights/fairness.ts';
import { NOW } from '../../support/builders.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';

const table = memoryTable();
let past: Round;
let next: Round;

beforeAll(async () => {
  await seedTable(table, NOW);
  [next, past] = (await roundRepository(table).all()) as [Round, Round];
});

describe('the round that is over in the demonstration data', () => {
  it('was confirmed, followed up after its declines, ended, and its seed revealed', async () => {
    expect(past).toMatchObject({ state: 'closed', wave: 1 });
    expect(past.revealedAt).toBeDefined();
    expect((await offerRepository(table).decidedSince('declined', '2026-01-01')).length).toBeGreaterThan(1);
    const { outcomes } = await planDocuments(table).result(past, { id: past.confirmedPlan! });
    expect(outcomes.length).toBeGreaterThanOrEqual(25);
    expect(outcomes.filter(({ profession }) => profession === 'nurse').length).toBeGreaterThan(5);
  });

  it('has travel and carbon to compare with first come, first served', async () => {
    const { outcomes } = await planDocuments(table).result(past, { id: past.confirmedPlan! });
    const { travel } = fairnessOf(outcomes);
    expect(travel?.learners).toBeGreaterThan(20);
    expect(travel?.milesSaved).toBeGreaterThan(0);
    expect(travel?.kgCo2eSaved).toBeGreaterThan(0);
  });

  it('became matches, places in use and lines of the ledger that agree', async () => {
    const agreed = await matchRepository(table).inState('agreed');
    const offers = await offerRepository(table).decidedSince('accepted', '2026-01-01');
    const ours = offers.filter(({ roundId }) => roundId === past.id);
    expect(ours).toHaveLength(past.offersMade - 2);
    const matchIds = new Set(agreed.map(({ id }) => id));
    for (const { matchId } of ours) expect(matchIds).toContain(matchId);
    const lines = await ledgerRepository(table).since('2020-01-01T00:00:00.000Z');
    const moved = agreed.filter(
      ({ id, home, host }) => home.id !== host.id && ours.some(({ matchId }) => matchId === id),
    );
    for (const { id } of moved) expect(lines.some(({ matchId }) => matchId === id)).toBe(true);
    for (const practitioner of await practitionerRepository(table).inState('listed')) {
      expect(offersWithoutPlace(practitioner)).toEqual([]);
      for (const { from, to } of practitioner.commitments)
        expect(placesUsed(practitioner, { from, to })).toBeLessThanOrEqual(
          Math.max(practitioner.placesOffered, practitioner.commitments.length),
        );
    }
  });

  it('causes no e-mail now, because its messages were sent in the past', async () => {
    const requests = new Set(
      (await requestRepository(table).inState('matched'))
        .filter((request) => isInWindow(past, request))
        .map(({ id }) => id),
    );
    expect(requests.size).toBeGreaterThan(20);
    const waiting = table.rows().filter(({ kind }) => kind === 'email');
    for (const row of waiting)
      for (const id of requests) expect(JSON.stringify(row)).not.toContain(`"requestId":"${id}"`);
  });

  it('leaves a cohort of at least 25 with nurses and learning hubs ready for its round', async () => {
    expect(next.state).toBe('gathering');
    const cohort = (await requestRepository(table).inState('open')).filter((one) => isInWindow(next, one));
    expect(cohort.length).toBeGreaterThanOrEqual(25);
    expect(cohort.filter(({ spokeHours }) => spokeHours > 0).length).toBeGreaterThan(1);
    expect(cohort.every(({ seats }) => seats.every(({ state }) => state === 'vacant'))).toBe(true);
  });
});
