import { expect, test } from 'vitest';
import { matchFromQueue } from '../../../functions/matching/seats/match-from-queue.ts';
import { renewByMail } from '../../../functions/matching/offers/renew-by-mail.ts';
import { logTo } from '../../../functions/platform/log.ts';
import { aMatch } from '../../support/builders.ts';
import { scene } from '../../support/matching-scene.ts';

const message = (messageId: string, requestId: string) => ({
  messageId,
  body: JSON.stringify({
    system: 'kent-and-medway',
    requestId,
    position: '1',
    changedAt: '2026-11-21T09:00:00.000Z',
  }),
});

const started = (fails: (ids: readonly string[]) => boolean = () => false) => {
  const runs: (readonly string[] | undefined)[] = [];
  const run = matchFromQueue(
    (ids) => {
      runs.push(ids);
      return fails(ids ?? [])
        ? Promise.reject(new Error('out'))
        : Promise.resolve({ offered: 0, nobodyLeft: 0 });
    },
    logTo({ info: () => undefined, error: () => undefined }),
  );
  return { runs, run };
};

test('a batch of the queue selects each changed request once, and the schedule selects all', async () => {
  const { runs, run } = started();
  await expect(run({ Records: [message('1', 'a'), message('2', 'b'), message('3', 'a')] })).resolves.toEqual({
    batchItemFailures: [],
  });
  await run({ 'detail-type': 'Scheduled Event' });
  await run('');
  expect(runs).toEqual([['a', 'b'], undefined, undefined]);
});

test('a request that cannot be matched does not hold up the others', async () => {
  const { runs, run } = started((ids) => ids.includes('b'));
  await expect(
    run({ Records: [message('1', 'a'), message('2', 'b'), message('3', 'c'), message('4', 'b')] }),
  ).resolves.toEqual({ batchItemFailures: [{ itemIdentifier: '2' }, { itemIdentifier: '4' }] });
  expect(runs).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
});

test('a message that cannot be read is delivered again, and in the end becomes a dead letter', async () => {
  const { runs, run } = started();
  await expect(run({ Records: [{ messageId: '1', body: '{}' }, message('2', 'a')] })).resolves.toEqual({
    batchItemFailures: [{ itemIdentifier: '1' }],
  });
  expect(runs).toEqual([['a']]);
});

test('a new link is sent to the address of the old one, once a day', async () => {
  const s = await scene({ matches: [aMatch()] });
  const renew = renewByMail(s.deps);
  const link = { kind: 'feedback', recipient: 'requester', matchId: 'match1', expiresAt: s.now() } as const;
  const asked = { token: 'old', network: '192.0.2' };
  await renew(link, asked);
  await renew(link, asked);
  await renew(undefined, asked);
  expect(s.emailNames()).toEqual(['requester-feedback-asked', 'requester-match-ending']);
  expect(s.emails()[0]?.about).toMatchObject({
    matchId: 'match1',
    requestId: 'req1',
    practitionerId: 'dpp1',
  });
  s.at('2026-11-22T09:00:00.000Z');
  await renew(link, asked);
  expect(s.emails()).toHaveLength(4);
});
