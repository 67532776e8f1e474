import { describe, expect, it } from 'vitest';
import { runJob } from '../../../functions/store/runs/run-job.ts';
import { startRun } from '../../../functions/store/runs/start-run.ts';
import { addMinutes } from '../../../shared/kernel/time.ts';
import { NOW } from '../../support/builders.ts';
import { memoryQueues } from '../../support/memory-queues.ts';

const quiet = { event: () => undefined, surprise: () => undefined };
const message = (messageId: string, job: string) => ({
  messageId,
  body: JSON.stringify({ system: 'kent', job }),
});
const failures = (...ids: readonly string[]) => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});

describe('a scheduled run', () => {
  it('is asked for once in every system', async () => {
    const queues = memoryQueues(['jobs']);
    const systemIds = () => Promise.resolve(['kent', 'sussex']);
    await startRun({ systemIds, queues, queue: 'jobs' }, 'daily-reminders')();
    expect(queues.sent('jobs')).toEqual([
      { system: 'kent', job: 'daily-reminders' },
      { system: 'sussex', job: 'daily-reminders' },
    ]);
  });

  it('fails if a system could not be asked, so that the schedule tries again', async () => {
    const queues = memoryQueues(['jobs'], (_, body) => body.includes('sussex'));
    const systemIds = () => Promise.resolve(['kent', 'sussex']);
    await expect(startRun({ systemIds, queues, queue: 'jobs' }, 'weekly-digests')()).rejects.toThrow(
      'some systems',
    );
  });
});

describe('a part of a run', () => {
  it('that reaches the end asks for no other', async () => {
    const queues = memoryQueues(['jobs']);
    const run = runJob({
      ...{ queues, queue: 'jobs', log: quiet, clock: { now: () => NOW } },
      runs: { digests: () => Promise.resolve('complete' as const) },
    });
    expect(await run({ Records: [message('1', 'digests')] })).toEqual(failures());
    expect(queues.sent('jobs')).toEqual([]);
  });

  it('stops after four minutes and asks for the next', async () => {
    const queues = memoryQueues(['jobs']);
    let now = NOW;
    let steps = 0;
    const run = runJob({
      ...{ queues, queue: 'jobs', log: quiet, clock: { now: () => now } },
      runs: {
        reminders: (mayGoOn = () => true) => {
          while (mayGoOn()) {
            steps += 1;
            now = addMinutes(now, 1);
          }
          return Promise.resolve('to-go-on' as const);
        },
      },
    });
    expect(await run({ Records: [message('1', 'reminders')] })).toEqual(failures());
    expect(steps).toBe(4);
    expect(queues.sent('jobs')).toEqual([{ system: 'kent', job: 'reminders' }]);
  });

  it('is delivered again if it failed, if nobody knows it, or if the next part could not be asked for', async () => {
    const queues = memoryQueues(['jobs'], () => true);
    const run = runJob({
      ...{ queues, queue: 'jobs', log: quiet, clock: { now: () => NOW } },
      runs: {
        broken: () => Promise.reject(new Error('out')),
        long: () => Promise.resolve('to-go-on' as const),
        short: () => Promise.resolve('complete' as const),
      },
    });
    expect(
      await run({
        Records: [
          message('1', 'broken'),
          message('2', 'unknown'),
          message('3', 'long'),
          message('4', 'short'),
        ],
      }),
    ).toEqual(failures('1', '2', '3'));
  });
});
