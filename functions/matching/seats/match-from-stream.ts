import type { Log } from '../../platform/log.ts';
import type { MatchedSeats } from './match-seats.ts';
import { requestsFromStream } from './requests-from-stream.ts';

/**
 * The response to the stream. The list is always empty, because after an error the stream repeats the whole
 * batch.
 */
export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** Runs the matcher for the requests in an event of the stream, or for all open requests if the schedule starts it. */
export const matchFromStream =
  (matchSeats: (requestIds?: readonly string[]) => Promise<MatchedSeats>, log: Log) =>
  async (event: unknown): Promise<BatchAnswer> => {
    const { offered, nobodyLeft } = await matchSeats(requestsFromStream(event));
    if (offered > 0) log.event('offers-made', { count: offered });
    if (nobodyLeft > 0) log.event('nobody-left', { count: nobodyLeft });
    return { batchItemFailures: [] };
  };
