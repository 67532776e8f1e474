import { AsyncLocalStorage } from 'node:async_hooks';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Change, Table } from '../../functions/store/table/table.ts';
import type { Actor } from './engine.ts';

interface Commit {
  readonly changes: readonly Change[];
}

const commands = new AsyncLocalStorage<{ readonly actor: Actor; readonly commit: Commit | undefined }>();

/** Returns a promise that never settles, as for a caller that has crashed. */
const forever = (): Promise<never> => new Promise(() => undefined);

interface Crashing {
  /** Probability that a caller crashes in a call. Half of the crashes come after DynamoDB Local has answered. */
  readonly share: () => number;
  readonly onCall: () => void;
  /** Called after every commit, even if the caller has crashed in the meantime. */
  readonly onCommitted: (actor: Actor, changes: readonly Change[]) => void;
  readonly onCrash: (actor: Actor, when: 'before' | 'after') => void;
}

const WRITES = new Set(['TransactWriteItemsCommand', 'PutItemCommand', 'DeleteItemCommand']);

/** Makes callers crash before a request is sent or after it has been answered. */
export const crashIn = (client: DynamoDBClient, { share, onCall, onCommitted, onCrash }: Crashing): void => {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const current = commands.getStore();
        if (current === undefined) return next(args);
        const { actor, commit } = current;
        if (actor.dead) return forever();
        onCall();
        const dies = actor.dice.happens(share());
        const before = actor.dice.happens(0.5);
        if (dies && before) {
          onCrash(actor, 'before');
          return forever();
        }
        const answer = await next(args);
        if (commit !== undefined && WRITES.has(commandName)) onCommitted(actor, commit.changes);
        if (dies) {
          onCrash(actor, 'after');
          return forever();
        }
        return answer;
      },
    { step: 'initialize', name: 'crashes', priority: 'high' },
  );
};

/**
 * Returns the table for the calls of one actor, so that the client's middleware knows who is calling and what is
 * committed.
 */
export const tableOf = (table: Table, actor: Actor): Table => ({
  get: (wanted) => commands.run({ actor, commit: undefined }, () => table.get(wanted)),
  query: (asked) => commands.run({ actor, commit: undefined }, () => table.query(asked)),
  commit: (changes, key) => commands.run({ actor, commit: { changes } }, () => table.commit(changes, key)),
});
