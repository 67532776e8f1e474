import * as z from 'zod';
import type { Log } from '../../platform/log.ts';
import { UnreadableRow } from '../../platform/unreadable-row.ts';
import type { SendOutcome } from './send-email.ts';

/** Stream records. Only the id of a new row is parsed, because the row itself is read again from the table. */
const batchSchema = z.object({
  Records: z.array(
    z.object({
      dynamodb: z.object({
        SequenceNumber: z.string(),
        NewImage: z
          .object({
            kind: z.object({ S: z.string() }),
            noun: z.object({ M: z.object({ id: z.object({ S: z.string() }) }) }),
          })
          .optional(),
      }),
    }),
  ),
});

interface Deps {
  readonly send: (emailId: string) => Promise<SendOutcome>;
  readonly log: Log;
}

interface BatchReply {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/**
 * Sends the e-mails of new outbox rows. If sending throws, the batch stops there and the stream redelivers the rest.
 * An unreadable row is skipped so that it does not block the others. If the stream gives up on a row, the sweep sends
 * its e-mail.
 */
export const sendEmails =
  ({ send, log }: Deps) =>
  async (event: unknown): Promise<BatchReply> => {
    for (const { dynamodb } of batchSchema.parse(event).Records) {
      const { NewImage: row, SequenceNumber } = dynamodb;
      if (row?.kind.S !== 'email') continue;
      const emailId = row.noun.M.id.S;
      try {
        await send(emailId);
      } catch (error) {
        if (error instanceof UnreadableRow) {
          log.event('row-unreadable', { row: error.key.pk, reason: error.reason, emailId });
          continue;
        }
        log.surprise('email-not-sent', error, { emailId });
        return { batchItemFailures: [{ itemIdentifier: SequenceNumber }] };
      }
    }
    return { batchItemFailures: [] };
  };
