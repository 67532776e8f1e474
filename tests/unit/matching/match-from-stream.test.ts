import { expect, test } from 'vitest';
import { matchFromStream } from '../../../functions/matching/seats/match-from-stream.ts';
import { renewByMail } from '../../../functions/matching/offers/renew-by-mail.ts';
import { logTo } from '../../../functions/platform/log.ts';
import { aMatch } from '../../support/builders.ts';
import { scene } from '../../support/matching-scene.ts';

const record = (id: string) => ({
  eventName: 'MODIFY',
  dynamodb: {
    SequenceNumber: '1',
    NewImage: { kind: { S: 'request' }, seeking: { BOOL: true }, noun: { M: { id: { S: id } } } },
  },
});

const started = () => {
  const runs: (readonly string[] | undefined)[] = [];
  const run = matchFromStream(
    (ids) => {
      runs.push(ids);
      return Promise.resolve({ offered: 0, nobodyLeft: 0 });
    },
    logTo({ info: () => undefined, error: () => undefined }),
  );
  return { runs, run };
};

test('a stream batch selects each changed request once, and the schedule selects all', async () => {
  const { runs, run } = started();
  await expect(run({ Records: [record('a'), record('b'), record('a')] })).resolves.toEqual({
    batchItemFailures: [],
  });
  await run({ 'detail-type': 'Scheduled Event' });
  await run('');
  expect(runs).toEqual([['a', 'b'], undefined, undefined]);
});

test('an unreadable record is thrown, so the stream repeats the batch', async () => {
  const { runs, run } = started();
  await expect(run({ Records: [{ dynamodb: { NewImage: {} } }] })).rejects.toThrow();
  expect(runs).toEqual([]);
});

test('a new link is sent to the address of the old one, once a day', async () => {
  const s = await scene({ matches: [aMatch()] });
  const renew = renewByMail(s.deps);
  const link = { kind: 'feedback', recipient: 'requester', matchId: 'match1', expiresAt: s.now() } as const;
  await renew(link, '192.0.2');
  await renew(link, '192.0.2');
  await renew(undefined, '192.0.2');
  expect(s.emailNames()).toEqual(['requester-feedback-asked', 'requester-match-ending']);
  expect(s.emails()[0]?.about).toMatchObject({
    matchId: 'match1',
    requestId: 'req1',
    practitionerId: 'dpp1',
  });
  s.at('2026-11-22T09:00:00.000Z');
  await renew(link, '192.0.2');
  expect(s.emails()).toHaveLength(4);
});
