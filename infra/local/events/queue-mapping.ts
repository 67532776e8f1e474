import * as z from 'zod';
import type { Authorise } from '../lambda/authorise.ts';
import { failuresIn } from '../lambda/batch-answer.ts';
import type { LocalFunction, LocalFunctions } from '../lambda/functions.ts';
import type { LocalQueue, Message } from './queues.ts';
import { pollingTrigger, type Trigger } from './polling-trigger.ts';

export const queueMapping = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number(),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  ScalingConfig: z.object({ MaximumConcurrency: z.number().min(2) }).optional(),
  FunctionResponseTypes: z.tuple([z.literal('ReportBatchItemFailures')]),
});

interface Setup {
  readonly mapping: z.infer<typeof queueMapping>;
  readonly target: Pick<LocalFunction, 'id' | 'name' | 'timeoutSeconds'>;
  readonly queue: LocalQueue;
  readonly functions: Pick<LocalFunctions, 'invoke'>;
  readonly authorise: Authorise;
}

const POLL_INTERVAL_MS = 60_000;
/**
 * Milliseconds before a failed message is retried. In AWS it becomes visible again after minutes, which is
 * too long for development.
 */
const RETRY_DELAY_MS = 50;
/** Maximum number of batches at once. AWS would take more, but a developer's machine has few cores. */
const MOST_AT_ONCE = 2;

/**
 * Delivers a queue's messages to a function, as many batches at once as the mapping allows. Failed messages return to
 * the queue until its receive limit is reached. Messages are collected for the mapping's batching window, but not when
 * the trigger is drained.
 *
 * @throws if the queue would show a message again while the function may still be working on it, as AWS refuses to
 *   make such a mapping
 */
export const queueTrigger = ({ mapping, target, queue, functions, authorise }: Setup): Trigger => {
  if (queue.visibilitySeconds < target.timeoutSeconds)
    throw new Error(`${queue.name} shows messages again before ${target.name} times out`);
  const { BatchSize, MaximumBatchingWindowInSeconds, ScalingConfig } = mapping;
  const atOnce = Math.min(ScalingConfig?.MaximumConcurrency ?? MOST_AT_ONCE, MOST_AT_ONCE);

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
  const deliver = async (taken: readonly Message[]): Promise<void> => {
    if (taken.length === 0) return;
    const failed = failuresIn(await functions.invoke(target.id, { Records: taken.map(record) }));
    const back = taken.filter(({ id }) => failed === 'all' || failed.includes(id));
    if (back.length > 0) await new Promise((shown) => setTimeout(shown, RETRY_DELAY_MS));
    queue.giveBack(back);
  };

  const trigger = pollingTrigger(async () => {
    if (queue.peek().length === 0) return false;
    for (const action of ['sqs:GetQueueAttributes', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'])
      requirePermission(action);
    const batches: (readonly Message[])[] = [];
    while (batches.length < atOnce && queue.peek().length > 0) batches.push(queue.take(BatchSize));
    await Promise.all(batches.map(deliver));
    return true;
  }, POLL_INTERVAL_MS);

  let window: NodeJS.Timeout | undefined;
  queue.onSend(() => {
    if (MaximumBatchingWindowInSeconds === 0) trigger.wake();
    else
      window ??= setTimeout(() => {
        window = undefined;
        trigger.wake();
      }, MaximumBatchingWindowInSeconds * 1_000);
  });
  return {
    ...trigger,
    stop: async () => {
      clearTimeout(window);
      await trigger.stop();
    },
  };
};
