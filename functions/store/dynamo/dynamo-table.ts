import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { hashOf } from '../../platform/hash.ts';
import { queryExpression } from './expressions.ts';
import { insistOnPossible } from './possible-commit.ts';
import type { Change, CommitResult, Key, QueryArguments, Row, Table } from '../table/table.ts';
import { writeRequest } from './write-request.ts';

const MOST_KEYS = 100;
/**
 * Maximum number of attempts to read the rows that DynamoDB left out of a batch, and the pause before the second
 * attempt.
 */
const BATCH_ROUNDS = 8;
const FIRST_PAUSE_MS = 20;
/** Maximum number of attempts to commit if there are write conflicts. DynamoDB checks the guards each time. */
const CROSSED_ROUNDS = 4;
/** Maximum number of attempts to commit if DynamoDB throttles rows inside a transaction, which the SDK does not retry. */
const THROTTLED_ROUNDS = 6;
/** Number by which the rounds of pauses start higher after throttling: the table needs longer than a rival commit. */
const LONGER = 2;

const rowSchema: z.ZodType<Row> = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  listPk: z.string().exactOptional(),
  listSk: z.string().exactOptional(),
  changedPk: z.string().exactOptional(),
  changedSk: z.string().exactOptional(),
});
const rowsSchema = z.array(rowSchema);
const keysSchema = z.array(z.object({ pk: z.string(), sk: z.string() }));

/**
 * Waits before the next attempt: longer each time, and partly at random, so that two writers in conflict do not
 * collide again.
 */
const pauseAfter = (round: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, FIRST_PAUSE_MS * 2 ** round * (0.5 + Math.random()));
  });

const distinct = (keys: readonly Key[]): readonly Key[] => [
  ...new Map(keys.map(({ pk, sk }) => [JSON.stringify([pk, sk]), { pk, sk }])).values(),
];

/**
 * Makes the client request token, with which DynamoDB applies a repeated commit only once within ten minutes. The
 * token depends on the changes too, so the same key with other changes counts as another commit, whose guards are
 * checked.
 */
const tokenOf = (idempotencyKey: string, changes: readonly Change[]): string =>
  hashOf(JSON.stringify([idempotencyKey, changes])).slice(0, 36);

/** Codes of the reasons for which a transaction is cancelled only because the table is busy. */
const BUSY: readonly (string | undefined)[] = [
  'None',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'TransactionConflict',
];

/** Whether DynamoDB cancelled a transaction because rows were throttled, and for no reason that a repeat cannot mend. */
const isThrottled = (error: unknown): boolean => {
  if (!(error instanceof TransactionCanceledException)) return false;
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
  return (
    codes.every((code) => BUSY.includes(code)) &&
    codes.some((code) => code === 'ThrottlingError' || code === 'ProvisionedThroughputExceeded')
  );
};

/**
 * Converts a failed condition or a write conflict to the reason why nothing was written. Throws every other error of
 * DynamoDB.
 */
const lostRace = (error: unknown): CommitResult => {
  if (error instanceof ConditionalCheckFailedException)
    return { committed: false, unmet: [0], conflict: false };
  if (error instanceof TransactionConflictException || error instanceof TransactionInProgressException)
    return { committed: false, unmet: [], conflict: true };
  if (error instanceof TransactionCanceledException) {
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
    const unmet = codes.flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : []));
    const conflict = codes.includes('TransactionConflict');
    if (conflict || unmet.length > 0) return { committed: false, unmet, conflict };
  }
  throw error;
};

/**
 * Implements the table with DynamoDB.
 * @param documents the client; it can be shared between tables
 * @param pause waits before another attempt; tests replace it so as not to wait
 */
export const dynamoTable = (
  documents: DynamoDBDocumentClient,
  tableName: string,
  pause: (round: number) => Promise<void> = pauseAfter,
): Table => {
  const getOnce = async (wanted: readonly Key[]) => {
    const { Responses, UnprocessedKeys } = await documents.send(
      new BatchGetCommand({
        RequestItems: { [tableName]: { Keys: wanted.map((key) => ({ ...key })), ConsistentRead: true } },
      }),
    );
    return {
      rows: rowsSchema.parse(Responses?.[tableName] ?? []),
      left: keysSchema.parse(UnprocessedKeys?.[tableName]?.Keys ?? []),
    };
  };

  const get = async (keys: readonly Key[]): Promise<readonly Row[]> => {
    if (keys.length > MOST_KEYS) throw new Error(`at most ${MOST_KEYS} keys at once`);
    const rows: Row[] = [];
    let wanted = distinct(keys);
    for (let round = 0; wanted.length > 0; round += 1) {
      if (round === BATCH_ROUNDS) throw new Error('the table did not give all rows');
      if (round > 0) await pause(round - 1);
      const answer = await getOnce(wanted);
      rows.push(...answer.rows);
      wanted = answer.left;
    }
    return rows;
  };

  const query = async (asked: QueryArguments): Promise<readonly Row[]> => {
    const expression = queryExpression(asked);
    const rows: Row[] = [];
    const { limit = Infinity } = asked;
    let start: Record<string, unknown> | undefined;
    if (expression === undefined) return rows;
    while (rows.length < limit) {
      const page = await documents.send(
        new QueryCommand({
          TableName: tableName,
          ...(asked.from === 'table' ? { ConsistentRead: true } : { IndexName: asked.from }),
          KeyConditionExpression: expression.text,
          ExpressionAttributeNames: expression.names,
          ExpressionAttributeValues: expression.values,
          ScanIndexForward: asked.newestFirst !== true,
          ...(limit === Infinity ? {} : { Limit: limit - rows.length }),
          ...(start === undefined ? {} : { ExclusiveStartKey: start }),
        }),
      );
      rows.push(...rowsSchema.parse(page.Items ?? []));
      start = page.LastEvaluatedKey;
      if (start === undefined) break;
    }
    return rows;
  };

  const send = async (changes: readonly Change[], idempotencyKey: string | undefined): Promise<unknown> => {
    const requests = changes.map((change) => writeRequest(change, tableName));
    const [only] = requests;
    // Writes a single row without a transaction, because a transaction costs twice as much. A counter needs a
    // transaction: if the reply to a request is lost, the SDK sends the request again, and without a transaction it
    // would be counted twice.
    if (requests.length === 1 && idempotencyKey === undefined && only !== undefined) {
      if ('Put' in only) return documents.send(new PutCommand(only.Put));
      if ('Delete' in only) return documents.send(new DeleteCommand(only.Delete));
    }
    return documents.send(
      new TransactWriteCommand({
        TransactItems: requests,
        ...(idempotencyKey === undefined ? {} : { ClientRequestToken: tokenOf(idempotencyKey, changes) }),
      }),
    );
  };

  const commitOnce = async (
    changes: readonly Change[],
    idempotencyKey: string | undefined,
  ): Promise<CommitResult> => {
    for (let round = 1; ; round += 1)
      try {
        await send(changes, idempotencyKey);
        return { committed: true };
      } catch (error) {
        if (!isThrottled(error)) return lostRace(error);
        if (round === THROTTLED_ROUNDS) throw error;
        await pause(round - 1 + LONGER);
      }
  };

  const commit = async (changes: readonly Change[], idempotencyKey?: string): Promise<CommitResult> => {
    if (changes.length === 0) return { committed: true };
    insistOnPossible(changes);
    for (let round = 1; ; round += 1) {
      const outcome = await commitOnce(changes, idempotencyKey);
      const onlyCrossed = !outcome.committed && outcome.unmet.length === 0;
      if (!onlyCrossed || round === CROSSED_ROUNDS) return outcome;
      await pause(round - 1);
    }
  };

  return { get, query, commit };
};
