import { publishMessageSchema } from '../../../shared/contracts/change-queues.ts';
import type { Log } from '../../platform/log.ts';
import { readMessages } from '../../platform/queues/read-messages.ts';
import type { BatchAnswer } from '../../store/systems-of-batch.ts';
import type { publishSupply } from './publish-supply.ts';

/** Kinds of rows from which balances of hosting and prices of scarce practitioners are computed. */
const ofContext: readonly string[] = ['ledger', 'round'];

/**
 * Brings the practitioners that a batch of the queue names up to date in the files, and balances and prices if an
 * exchange or a round has changed. If that fails, the whole batch is
 * delivered again: a message only says whose row to read, so that nothing depends on order or number.
 */
export const publishFromQueue =
  ({ changed }: Pick<ReturnType<typeof publishSupply>, 'changed'>, log: Pick<Log, 'event'>) =>
  async (event: unknown): Promise<BatchAnswer> => {
    const { messages, unreadable } = readMessages(publishMessageSchema, event, log);
    const ids = new Set(
      messages.flatMap(({ message: { kind, id } }) =>
        kind === 'practitioner' && id !== undefined ? [id] : [],
      ),
    );
    const isContextChanged = messages.some(({ message: { kind } }) => ofContext.includes(kind));
    if (ids.size > 0 || isContextChanged) await changed([...ids], isContextChanged);
    return { batchItemFailures: unreadable.map((itemIdentifier) => ({ itemIdentifier })) };
  };
