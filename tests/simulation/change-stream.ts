import { changes } from '../../infra/definition/capabilities/changes.ts';
import { ROWS_A_RUN } from '../../infra/definition/capabilities/capability.ts';
import { matchesPattern } from '../../infra/local/events/event-pattern.ts';
import type { Dice } from './dice.ts';
import type { StoredRow } from './ledger.ts';
import type { QueuedMessage, ReadQueue } from './queues.ts';
import type { Services } from './services.ts';
import type { Stage } from './world.ts';

/** Number of rows that the stream hands over at once, small enough for the batches of a history to differ. */
const ROWS_AT_ONCE = Math.min(ROWS_A_RUN, 20);
/** Number of messages that a queue hands over at once; of changes to publish few, so that builders often meet. */
const MESSAGES_AT_ONCE = { mail: 10, match: 10, publish: 1 } as const;

const recordOf = ({ isNew, kind, seeking, id }: StoredRow, index: number) => ({
  eventName: isNew ? 'INSERT' : 'MODIFY',
  dynamodb: {
    SequenceNumber: String(index + 1),
    ApproximateCreationDateTime: 0,
    Keys: { pk: { S: `${String(kind).toUpperCase()}#${id}` }, sk: { S: String(kind).toUpperCase() } },
    NewImage: {
      kind: { S: String(kind) },
      noun: { M: { id: { S: id } } },
      ...(typeof seeking === 'boolean' ? { seeking: { BOOL: seeking } } : {}),
    },
  },
});

/** Whether the filters of the stream accept a row. Memoizes the results by sort of row. */
const accepted = (): ((row: StoredRow) => boolean) => {
  const filters = changes.flatMap(({ rows = [] }) => rows);
  const known = new Map<string, boolean>();
  return (row) => {
    const sort = `${String(row.isNew)} ${String(row.kind)}`;
    const before = known.get(sort);
    if (before !== undefined) return before;
    const passes = filters.some((filter) => matchesPattern(filter, recordOf(row, 0)));
    known.set(sort, passes);
    return passes;
  };
};

/** Returns the queue whose reader has to learn of a row. */
export const queueOf = ({ isNew, kind, seeking }: StoredRow): ReadQueue | undefined => {
  if (kind === 'email' && isNew) return 'mail';
  if (kind === 'practitioner') return 'publish';
  return kind === 'request' && seeking === true ? 'match' : undefined;
};

/** The table's stream, which the dispatcher reads in order and in batches. A failed batch is repeated. */
export const changeStream = () => {
  const wanted = accepted();
  let taken = 0;
  let busy = false;
  return {
    /** Number of rows that the dispatcher has dealt with. */
    get taken() {
      return taken;
    },
    /** Delivers the next rows to the dispatcher, unless it is at work. */
    deliver: async (world: Stage, dice: Dice, repeats: boolean): Promise<void> => {
      if (busy) return;
      // Sometimes delivers rows again, because streams deliver each row at least once, not exactly once.
      if (repeats && dice.happens(0.1)) taken = Math.max(0, taken - dice.below(12));
      const { stored } = world.history;
      const records: ReturnType<typeof recordOf>[] = [];
      let upTo = taken;
      for (; upTo < stored.length && records.length < ROWS_AT_ONCE; upTo += 1)
        if (wanted(stored[upTo]!)) records.push(recordOf(stored[upTo]!, upTo));
      if (records.length === 0) {
        taken = upTo;
        return;
      }
      busy = true;
      let firstFailed: number | undefined;
      const ended = await world.start('dispatch', dice, async (its) => {
        const { batchItemFailures } = await its.dispatch()({ Records: records });
        const failed = batchItemFailures.map(({ itemIdentifier }) => Number(itemIdentifier) - 1);
        if (failed.length > 0) firstFailed = Math.min(...failed);
        return { says: `${String(records.length)} rows, ${String(failed.length)} again` };
      });
      busy = false;
      // As Lambda does: everything from the first change that failed is delivered again.
      if (ended !== undefined) taken = firstFailed ?? upTo;
    },
  };
};

export type ChangeStream = ReturnType<typeof changeStream>;

const readers = {
  mail: {
    what: 'send-emails',
    run: (its: Services, Records: readonly QueuedMessage[]) => its.sendEmails()({ Records }),
  },
  match: {
    what: 'match-seats',
    run: (its: Services, Records: readonly QueuedMessage[]) => its.matchFromQueue()({ Records }),
  },
  publish: {
    what: 'publish-files',
    run: (its: Services, Records: readonly QueuedMessage[]) => its.publishFromQueue()({ Records }),
  },
} as const;

/** Delivers some messages of a queue to its reader. Those that it did not deal with return to the queue. */
export const deliverMessages = async (world: Stage, dice: Dice, queue: ReadQueue): Promise<void> => {
  const batch = world.queues.take(queue, MESSAGES_AT_ONCE[queue]);
  if (batch.length === 0) return;
  const { what, run } = readers[queue];
  let failed: readonly QueuedMessage[] = batch;
  await world.start(what, dice, async (its) => {
    const { batchItemFailures } = await run(its, batch);
    const again = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    failed = batch.filter(({ messageId }) => again.has(messageId));
    return { says: `${String(batch.length)} messages, ${String(failed.length)} again` };
  });
  world.queues.giveBack(queue, failed);
  world.queues.done(
    queue,
    batch.filter((one) => !failed.includes(one)),
  );
};
