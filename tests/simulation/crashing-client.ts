import { AsyncLocalStorage } from 'node:async_hooks';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Change, Table } from '../../functions/store/table/table.ts';
import type { Actor } from './engine.ts';

interface Commit {
  readonly changes: readonly Change[];
}

const commands = new AsyncLocalStorage<{ readonly actor: Actor; readonly commit: Commit | undefined }>();

/** A call whose caller has crashed: it never settles. */
const forever = (): Promise<never> => new Promise(() => undefined);

interface Crashing {
  /** Share of calls in which the caller crashes, half of them after the engine has committed. */
  readonly share: () => number;
  readonly onCall: () => void;
  /** Called after a commit, even when the caller has crashed. */
  readonly onCommitted: (actor: Actor, changes: readonly Change[]) => void;
  readonly onCrash: (actor: Actor, when: 'before' | 'after') => void;
}

const WRITES = new Set(['TransactWriteItemsCommand', 'PutItemCommand', 'DeleteItemCommand']);

/** Crashes callers before a request is sent or after it was answered. */
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

/** The table as one actor calls it, so that the middleware knows the caller and the commit. */
export const tableOf = (table: Table, actor: Actor): Table => ({
  get: (wanted) => commands.run({ actor, commit: undefined }, () => table.get(wanted)),
  query: (asked) => commands.run({ actor, commit: undefined }, () => table.query(asked)),
  commit: (changes, key) => commands.run({ actor, commit: { changes } }, () => table.commit(changes, key)),
});
