import { matchFromQueue } from '../../functions/matching/seats/match-from-queue.ts';
import type { BatchAnswer } from '../../functions/store/systems-of-batch.ts';
import { mailMessageSchema } from '../../shared/contracts/change-queues.ts';
import type { QueuedMessage } from '../simulation/queues.ts';
import type { Services } from '../simulation/services.ts';
import type { OldServices } from './old-version.ts';

/** The record of the table's stream about an e-mail, from which version 0.1.0 sent it. */
const streamRecord = ({ messageId, body }: QueuedMessage) => ({
  dynamodb: {
    SequenceNumber: messageId,
    NewImage: {
      kind: { S: 'email' },
      noun: { M: { id: { S: mailMessageSchema.parse(JSON.parse(body)).emailId } } },
    },
  },
});

/**
 * Lets functions of version 0.1.0, which read the table's stream, take the messages of this version's queues. The
 * dispatcher and the builder of files, which 0.1.0 does not have, are this version's.
 */
export const withOldReaders = (old: OldServices, its: Services): Services => ({
  ...old,
  dispatch: its.dispatch,
  publishFromQueue: its.publishFromQueue,
  tick: its.tick,
  matchFromQueue: () =>
    matchFromQueue(old.matchSeats(), { event: () => undefined, surprise: () => undefined }),
  sendEmails: () => async (event) => {
    const { Records } = event as { readonly Records: readonly QueuedMessage[] };
    const answer: BatchAnswer = await old.sendEmails()({ Records: Records.map(streamRecord) });
    const [failed] = answer.batchItemFailures;
    if (failed === undefined) return answer;
    // 0.1.0 stops at the first e-mail that failed and names that one only.
    const first = Records.findIndex(({ messageId }) => messageId === failed.itemIdentifier);
    return {
      batchItemFailures: Records.slice(first).map(({ messageId }) => ({ itemIdentifier: messageId })),
    };
  },
});
