import * as z from 'zod';
import type { Log } from '../../platform/log.ts';
import { UnreadableRow } from '../../platform/unreadable-row.ts';
import type { SendOutcome } from './send-email.ts';

/** What the table's stream hands over: of each new row only the id is read, the row itself is read afresh. */
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
 * New outbox rows, as the stream tells them → their mails. A row whose sending throws stops the batch there: the
 * stream hands it and those after it over again. What is given up after that is found by the sweep, and so is at once
 * what is about a row that cannot be read: the others do not wait for somebody to mend it.
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
