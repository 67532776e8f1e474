import * as z from 'zod';
import type { Log } from '../platform/log.ts';
import type { Queues } from '../platform/queues/queues.ts';
import type { BatchAnswer } from '../store/systems-of-batch.ts';
import { systemOfKey } from '../store/table/keys.ts';
import { changedRowOf } from './changed-row.ts';
import { type Announcement, messagesOfRow } from './messages-of-row.ts';

const batchSchema = z.object({
  Records: z.array(z.looseObject({ dynamodb: z.looseObject({ SequenceNumber: z.string() }) })),
});

interface Deps {
  readonly queues: Queues;
  readonly log: Log;
}

interface Pending extends Announcement {
  /** Positions of the changes that the message announces. */
  readonly positions: readonly string[];
}

/**
 * Announces the changed rows of a batch of the stream to the queues. The changes that could not be announced are
 * returned, so that the stream delivers them again: nothing is lost, but a queue may get a message twice. A record that
 * cannot be read is reported and left out, so that it does not hold up the others.
 */
export const dispatchChanges = ({ queues, log }: Deps) => {
  const announcementsOf = (record: unknown): readonly Announcement[] => {
    const row = changedRowOf(record);
    if (row === undefined) {
      log.event('row-unreadable', { reason: 'stream-record' });
      return [];
    }
    return messagesOfRow(row, systemOfKey(row.pk)).filter(({ queue }) => queues.has(queue));
  };

  const send = async (queue: string, pending: readonly Pending[]): Promise<readonly string[]> => {
    try {
      const messages = pending.map(({ body }, index) => ({ id: String(index), body: JSON.stringify(body) }));
      const refused = await queues.send(queue, messages);
      if (refused.length > 0) log.event('changes-refused', { count: refused.length, reason: queue });
      return refused.flatMap((id) => pending[Number(id)]?.positions ?? []);
    } catch (error) {
      log.surprise('changes-not-announced', error, { count: pending.length, reason: queue });
      return pending.flatMap(({ positions }) => positions);
    }
  };

  return async (event: unknown): Promise<BatchAnswer> => {
    const pending = new Map<string, Pending>();
    for (const record of batchSchema.parse(event).Records)
      for (const one of announcementsOf(record)) {
        const key = `${one.queue} ${one.subject}`;
        const positions = [...(pending.get(key)?.positions ?? []), record.dynamodb.SequenceNumber];
        pending.set(key, { ...one, positions });
      }
    const failed = new Set<string>();
    for (const [queue, some] of Map.groupBy(pending.values(), (one) => one.queue))
      for (const position of await send(queue, some)) failed.add(position);
    return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
  };
};
