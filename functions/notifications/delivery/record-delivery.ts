import * as z from 'zod';
import type { Log } from '../../platform/log.ts';
import { type MailEvent, mailEventOf } from './mail-event.ts';

const batchSchema = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

interface Deps {
  readonly record: (event: MailEvent) => Promise<void>;
  readonly log: Log;
}

interface BatchReply {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** Handles the queue of SES events. Records each event separately, so that only those that failed are retried. */
export const recordDelivery =
  ({ record, log }: Deps) =>
  async (batch: unknown): Promise<BatchReply> => {
    const failed: string[] = [];
    for (const { messageId, body } of batchSchema.parse(batch).Records) {
      try {
        const event = mailEventOf(body);
        if (event !== undefined) await record(event);
      } catch (error) {
        log.surprise('mail-event-not-recorded', error);
        failed.push(messageId);
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
