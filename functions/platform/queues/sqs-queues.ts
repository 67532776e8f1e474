import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Queues } from './queues.ts';

/** Maximum number of messages in one call. */
const MOST_MESSAGES = 10;

/**
 * Implements the queues with SQS.
 * @param urls the address of each queue by its name
 */
export const sqsQueues = (client: SQSClient, urls: Readonly<Record<string, string>>): Queues => ({
  has: (queue) => urls[queue] !== undefined,
  send: async (queue, messages) => {
    const QueueUrl = urls[queue];
    if (QueueUrl === undefined) throw new Error(`there is no queue ${queue}`);
    const failed: string[] = [];
    for (let start = 0; start < messages.length; start += MOST_MESSAGES) {
      const some = messages.slice(start, start + MOST_MESSAGES);
      const { Failed = [] } = await client.send(
        new SendMessageBatchCommand({
          QueueUrl,
          Entries: some.map(({ body }, index) => ({ Id: String(index), MessageBody: body })),
        }),
      );
      failed.push(...Failed.flatMap(({ Id }) => some[Number(Id)]?.id ?? []));
    }
    return failed;
  },
});
