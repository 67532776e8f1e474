import { failuresIn } from '../lambda/batch-answer.ts';
import type { StreamRecord } from './stream-reader.ts';
import type { Outcome } from '../lambda/worker-messages.ts';

interface Delivery {
  readonly invoke: (records: readonly StreamRecord[]) => Promise<Outcome>;
  /** Called with the records that failed every attempt, and with the number of attempts. */
  readonly giveUp: (records: readonly StreamRecord[], attempts: number) => void;
  readonly mostRetries: number;
  readonly isTooOld: (record: StreamRecord) => boolean;
  /**
   * Waits before a retry.
   * @param retries number of retries so far
   */
  readonly pause: (retries: number) => Promise<void>;
}

/**
 * Delivers records to a function in order until each one has been processed or given up. The first failed
 * record and all after it are retried. A failing batch is halved first, to isolate the bad record and give up
 * only that one; halving does not count as a retry.
 */
export const deliverBatch = async (
  records: readonly StreamRecord[],
  delivery: Delivery,
  retries = 0,
): Promise<void> => {
  if (records.length === 0) return;
  const failed = failuresIn(await delivery.invoke(records));
  const first =
    failed === 'all' ? 0 : records.findIndex(({ dynamodb }) => failed.includes(dynamodb.SequenceNumber));
  if (first === -1) return;
  const rest = records.slice(first);
  if (rest.length > 1) {
    const half = Math.ceil(rest.length / 2);
    await deliverBatch(rest.slice(0, half), delivery, retries);
    await deliverBatch(rest.slice(half), delivery, retries);
    return;
  }
  if (retries >= delivery.mostRetries || rest.some(delivery.isTooOld)) {
    delivery.giveUp(rest, retries + 1);
    return;
  }
  await delivery.pause(retries);
  await deliverBatch(rest, delivery, retries + 1);
};
