import { matchMessageSchema } from '../../../shared/contracts/change-queues.ts';
import type { Log } from '../../platform/log.ts';
import { readMessages } from '../../platform/queues/read-messages.ts';
import type { BatchAnswer } from '../../store/systems-of-batch.ts';
import type { MatchedSeats } from './match-seats.ts';

const hasRecords = (event: unknown): boolean =>
  typeof event === 'object' && event !== null && 'Records' in event;

/**
 * Runs the matcher for the requests that a batch of the queue names, or for all open requests if the schedule starts
 * it. If matching them together fails, matches each alone, so that one request does not hold up the others.
 */
export const matchFromQueue =
  (matchSeats: (requestIds?: readonly string[]) => Promise<MatchedSeats>, log: Log) =>
  async (event: unknown): Promise<BatchAnswer> => {
    const match = async (requestIds?: readonly string[]): Promise<void> => {
      const { offered, nobodyLeft } = await matchSeats(requestIds);
      if (offered > 0) log.event('offers-made', { count: offered });
      if (nobodyLeft > 0) log.event('nobody-left', { count: nobodyLeft });
    };
    if (!hasRecords(event)) {
      await match();
      return { batchItemFailures: [] };
    }
    const { messages, unreadable } = readMessages(matchMessageSchema, event, log);
    const failed = [...unreadable];
    const ofRequest = Map.groupBy(messages, ({ message }) => message.requestId);
    const ids = [...ofRequest.keys()];
    const together =
      ids.length > 0 &&
      (await match(ids).then(
        () => true,
        () => false,
      ));
    if (!together)
      for (const [requestId, itsMessages] of ofRequest)
        try {
          await match([requestId]);
        } catch (error) {
          log.surprise('request-not-matched', error, { requestId });
          failed.push(...itsMessages.map(({ messageId }) => messageId));
        }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
