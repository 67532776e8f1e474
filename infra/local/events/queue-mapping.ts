import * as z from 'zod';
import type { Authorise } from '../lambda/authorise.ts';
import { failuresIn } from '../lambda/batch-answer.ts';
import type { LocalFunction, LocalFunctions } from '../lambda/functions.ts';
import type { LocalQueue, Message } from './queues.ts';
import { pollingTrigger, type PollingTrigger } from './polling-trigger.ts';

export const queueMapping = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number(),
  FunctionResponseTypes: z.tuple([z.literal('ReportBatchItemFailures')]),
});

interface Setup {
  readonly mapping: z.infer<typeof queueMapping>;
  readonly target: LocalFunction;
  readonly queue: LocalQueue;
  readonly functions: LocalFunctions;
  readonly authorise: Authorise;
}

const POLL_INTERVAL_MS = 60_000;
/**
 * Milliseconds before a failed message is retried. In AWS it becomes visible again after minutes, which is
 * too long for development.
 */
const RETRY_DELAY_MS = 50;

/**
 * Delivers a queue's messages to a function. Failed messages return to the queue until its receive limit is
 * reached.
 */
export const queueTrigger = ({ mapping, target, queue, functions, authorise }: Setup): PollingTrigger => {
  const record = ({ id, body, sentAt, receives }: Message) => ({
    messageId: id,
    receiptHandle: id,
    body,
    attributes: {
      ApproximateReceiveCount: String(receives),
      SentTimestamp: String(sentAt),
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: String(sentAt),
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: 'eu-west-2',
  });
  const requirePermission = (action: string): void => {
    const refusal = authorise(target.id, [{ action, resource: queue.arn }], 'trigger');
    if (refusal !== undefined) throw new Error(refusal);
  };
  const trigger = pollingTrigger(async () => {
    if (queue.peek().length === 0) return false;
    for (const action of ['sqs:GetQueueAttributes', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'])
      requirePermission(action);
    const taken = queue.take(mapping.BatchSize);
    if (taken.length === 0) return true;
    const failed = failuresIn(await functions.invoke(target.id, { Records: taken.map(record) }));
    const back = taken.filter(({ id }) => failed === 'all' || failed.includes(id));
    if (back.length > 0) await new Promise((shown) => setTimeout(shown, RETRY_DELAY_MS));
    queue.giveBack(back);
    return true;
  }, POLL_INTERVAL_MS);
  queue.onSend(trigger.wake);
  return trigger;
};
