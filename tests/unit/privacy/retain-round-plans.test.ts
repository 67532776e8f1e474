import { describe, expect, it } from 'vitest';
import { fairnessRounds } from '../../../functions/directory/insights/fairness-rounds.ts';
import { recentRounds } from '../../../functions/store/recent-rounds.ts';
import { roundForLearner } from '../../../functions/matching/rounds/round-news.ts';
import { roundsWithPlans, withoutPlans } from '../../../functions/privacy/retention/retain-round-plans.ts';
import { dueUntil } from '../../../shared/privacy/retention-rules.ts';
import { hall } from '../../support/rounds/hall.ts';
import { dpp, learner } from '../../support/rounds/people.ts';

const heldRound = async () => {
  const request = learner('a');
  const s = await hall([request], [dpp('d1')]);
  const id = await s.gather();
  await s.plan(id);
  await s.plan(id);
  await s.confirm(id);
  return {
    ...s,
    id,
    request,
    parts: () => s.table.rows().filter(({ kind }) => kind === 'round-part').length,
    /** Deletes the plans that are due for deletion in one night. */
    night: async (now: string) => {
      const due = await roundsWithPlans(s.table)(dueUntil('round-plans', now), { size: 10 });
      return Promise.all(due.found.map(withoutPlans(s.table)));
    },
  };
};

describe('the plans of a round', () => {
  it('are kept for 24 months after its last change, then all deleted; repeating it changes nothing', async () => {
    const s = await heldRound();
    expect(s.parts()).toBeGreaterThan(6);
    expect(await s.night('2028-11-20T09:00:00.000Z')).toEqual([]);
    expect(await s.night('2028-11-22T09:00:00.000Z')).toEqual([true]);
    expect(s.parts()).toBe(0);
    expect(await s.night('2028-11-22T09:00:00.000Z')).toEqual([]);
  });

  it('are deleted while the round stays listed, without figures', async () => {
    const s = await heldRound();
    await s.night('2028-11-22T09:00:00.000Z');
    expect(await s.rounds.find(s.id)).toMatchObject({ state: 'confirmed', name: 'Autumn', offersMade: 1 });
    expect(await recentRounds(s.table)()).toEqual([]);
    expect(await fairnessRounds(s.table).cases(s.id)).toBeUndefined();
    expect(await roundForLearner(s.table)(s.request, '2028-11-22T09:00:00.000Z')).toBeUndefined();
    expect(await s.run({ command: 'round-show', id: s.id })).toMatchObject({ ok: true });
    expect(await s.run({ command: 'round-replay', id: s.id, policy: { version: 'x' } })).toMatchObject({
      refusal: 'round-without-plan',
    });
  });

  it('continue to be deleted the night after an interruption', async () => {
    const s = await heldRound();
    const { found } = await roundsWithPlans(s.table)('2029-01-01T00:00:00.000Z', { size: 10 });
    const { plan: _plan, ...rest } = found[0]!;
    await s.table.commit([s.rounds.save(rest)]);
    expect(await s.night('2028-11-22T09:00:00.000Z')).toEqual([true]);
    expect(s.parts()).toBe(0);
  });
});
