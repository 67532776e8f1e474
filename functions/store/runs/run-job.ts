import { jobMessageSchema, type JobQueue } from '../../../shared/contracts/change-queues.ts';
import { epochOf } from '../../../shared/kernel/time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { Queues } from '../../platform/queues/queues.ts';
import { readMessages } from '../../platform/queues/read-messages.ts';
import type { BatchAnswer } from '../systems-of-batch.ts';
import type { Run } from './paged-run.ts';

interface Deps {
  readonly runs: Readonly<Record<string, Run>>;
  readonly queues: Pick<Queues, 'send'>;
  /** The queue that the function reads, which gets the next part. */
  readonly queue: JobQueue;
  readonly clock: Clock;
  readonly log: Log;
}

/** Milliseconds after which a run stops: a minute before the function's timeout. */
const LONGEST_MS = 4 * 60_000;

/**
 * Runs a part of each job that a batch of the queue names. If time is running out, asks for the next part. A job that
 * fails or that nobody knows is delivered again.
 */
export const runJob =
  ({ runs, queues, queue, clock, log }: Deps) =>
  async (event: unknown): Promise<BatchAnswer> => {
    const started = epochOf(clock.now());
    const mayGoOn = (): boolean => epochOf(clock.now()) - started < LONGEST_MS;
    const { messages, unreadable } = readMessages(jobMessageSchema, event, log);
    const failed = [...unreadable];
    for (const { messageId, message } of messages)
      try {
        const run = runs[message.job];
        if (run === undefined) throw new Error('there is no such job');
        if ((await run(mayGoOn)) === 'complete') continue;
        log.event('run-goes-on', { run: message.job });
        const refused = await queues.send(queue, [{ id: messageId, body: JSON.stringify(message) }]);
        failed.push(...refused);
      } catch (error) {
        log.surprise('job-failed', error, { run: message.job });
        failed.push(messageId);
      }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
