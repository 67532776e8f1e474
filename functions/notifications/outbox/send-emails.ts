import { mailMessageSchema } from '../../../shared/contracts/change-queues.ts';
import type { Log } from '../../platform/log.ts';
import { readMessages } from '../../platform/queues/read-messages.ts';
import { UnreadableRow } from '../../platform/unreadable-row.ts';
import type { BatchAnswer } from '../../store/systems-of-batch.ts';
import type { SendOutcome } from './send-email.ts';

interface Deps {
  readonly send: (emailId: string) => Promise<SendOutcome>;
  readonly log: Log;
}

/**
 * Sends the e-mails that a batch of the queue names. Those for which sending throws are returned, so that the queue
 * delivers them again. An unreadable row is reported and left out. If the queue gives up on an e-mail, the sweep sends
 * it.
 */
export const sendEmails =
  ({ send, log }: Deps) =>
  async (event: unknown): Promise<BatchAnswer> => {
    const { messages, unreadable } = readMessages(mailMessageSchema, event, log);
    const failed = [...unreadable];
    for (const { messageId, message } of messages) {
      const { emailId } = message;
      try {
        await send(emailId);
      } catch (error) {
        if (error instanceof UnreadableRow) {
          log.event('row-unreadable', { row: error.key.pk, reason: error.reason, emailId });
          continue;
        }
        log.surprise('email-not-sent', error, { emailId });
        failed.push(messageId);
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
