import { failuresIn } from '../lambda/batch-answer.ts';
import type { StreamRecord } from './stream-reader.ts';
import type { Outcome } from '../lambda/worker-messages.ts';

interface Delivery {
  readonly invoke: (records: readonly StreamRecord[]) => Promise<Outcome>;
  /** Called with what failed every time, and how often it was tried. */
  readonly giveUp: (records: readonly StreamRecord[], attempts: number) => void;
  readonly mostRetries: number;
  readonly isTooOld: (record: StreamRecord) => boolean;
  /** Waits before a retry; told how many came before it. */
  readonly pause: (retries: number) => Promise<void>;
}

/**
 * Hands records to a function in order until each is dealt with or given up. What the function names as failed, and
 * what comes after it, is tried again; several records are halved first, so that one bad record is found and only it is
 * given up. Halving costs no retry.
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
