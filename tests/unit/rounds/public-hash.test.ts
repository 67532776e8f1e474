import { describe, expect, it } from 'vitest';
import { publicHash } from '../../../functions/matching/rounds/public-hash.ts';
import { aPractitioner, aRequest } from '../../support/builders.ts';
import { memoryObjects } from '../../support/memory-objects.ts';
import { hall } from '../../support/rounds/hall.ts';

const learner = () =>
  aRequest({
    state: 'open',
    courseStart: '2027-09-05',
    courseEnd: '2027-12-05',
    signOffNeededBy: '2027-08-30',
  });

/** A round whose figures are counted only when the test does so. */
const aRound = async () => {
  const objects = memoryObjects();
  const asked: (readonly [string, string])[] = [];
  let isDown = false;
  const hash = publicHash({
    systemId: 'anyshire',
    objects,
    queues: {
      send: (queue, messages) => {
        if (isDown) return Promise.reject(new Error('down'));
        asked.push(...messages.map(({ body }) => [queue, body] as const));
        return Promise.resolve([]);
      },
    },
  });
  const its = await hall([learner()], [aPractitioner()], () => hash);
  return {
    ...its,
    asked,
    breakQueue: (down: boolean) => {
      isDown = down;
    },
    count: async (rounds: readonly object[]) => {
      await objects.put('anyshire/figures/fairness.json', JSON.stringify({ rounds }));
    },
    solve: async (id: string) => {
      await its.command({ command: 'round-snapshot', id, by: its.by });
      return its.run({ command: 'round-solve', id, by: its.by });
    },
  };
};

describe('the hash of a round’s seed', () => {
  it('is asked to be made public when the round begins', async () => {
    const { gather, asked } = await aRound();
    await gather();
    expect(asked).toEqual([['figures', '{"system":"anyshire","job":"figures"}']]);
  });

  it('is public before the round is solved: until then the team is asked to wait', async () => {
    const { gather, solve, count, rounds, asked } = await aRound();
    const id = await gather();
    const refusal = {
      ok: false,
      refusal: 'round-hash-not-public',
      errors: [{ field: 'The round', message: expect.stringContaining('within a minute') as string }],
    };
    expect(await solve(id)).toEqual(refusal);
    expect((await rounds.find(id))?.state).toBe('planning');
    expect(asked).toHaveLength(2);
    const { seedHash } = (await rounds.find(id))!;
    await count([{ round: { id: 'another', seedHash } }, { round: { id, seedHash: 'of-another-seed' } }]);
    expect(await solve(id)).toEqual(refusal);
    await count([{ round: { id, seedHash } }]);
    expect(await solve(id)).toMatchObject({ ok: true });
  });

  it('does not keep a round from beginning if figures cannot be counted now', async () => {
    const { gather, breakQueue, rounds } = await aRound();
    breakQueue(true);
    const id = await gather();
    expect((await rounds.find(id))?.state).toBe('gathering');
  });
});
