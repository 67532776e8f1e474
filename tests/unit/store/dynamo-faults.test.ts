import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { documentsOf } from '../../../functions/store/dynamo/dynamo-client.ts';
import { dynamoTable } from '../../../functions/store/dynamo/dynamo-table.ts';
import type { Change } from '../../../functions/store/table/table.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
beforeEach(() => {
  dynamo.reset();
  pauses.length = 0;
});

const pauses: number[] = [];
const table = dynamoTable(documentsOf(new DynamoDBClient({ region: 'eu-west-2' })), 'T', (round) => {
  pauses.push(round);
  return Promise.resolve();
});
const put = (pk: string): Change => ({ do: 'put', row: { pk, sk: 'ROW' }, when: { is: 'absent' } });
const two = [put('A'), put('B')];
const fault = { $metadata: {}, message: 'no' };
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({ ...fault, CancellationReasons: codes.map((Code) => ({ Code })) });

describe('a commit that DynamoDB did not take', () => {
  it('names the guards that were unmet', async () => {
    dynamo.on(TransactWriteCommand).rejects(cancelled('None', 'ConditionalCheckFailed'));
    expect(await table.commit(two)).toEqual({ committed: false, unmet: [1], conflict: false });
  });

  it('is a conflict when other transactions held a row every time', async () => {
    dynamo.on(TransactWriteCommand).rejects(cancelled('TransactionConflict', 'None'));
    expect(await table.commit(two)).toEqual({ committed: false, unmet: [], conflict: true });
    expect(dynamo.commandCalls(TransactWriteCommand)).toHaveLength(4);
    dynamo.on(PutCommand).rejects(new TransactionConflictException(fault));
    expect(await table.commit([put('A')])).toEqual({ committed: false, unmet: [], conflict: true });
  });

  it('for a conflict alone is retried after a pause, because its guards may still be met', async () => {
    dynamo
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled('TransactionConflict', 'None'))
      .rejectsOnce(cancelled('None', 'TransactionConflict'))
      .resolves({});
    expect(await table.commit(two)).toEqual({ committed: true });
    expect(pauses).toEqual([0, 1]);
  });

  it('is not retried when a guard was unmet as well', async () => {
    dynamo.on(TransactWriteCommand).rejects(cancelled('TransactionConflict', 'ConditionalCheckFailed'));
    expect(await table.commit(two)).toEqual({ committed: false, unmet: [1], conflict: true });
    expect(dynamo.commandCalls(TransactWriteCommand)).toHaveLength(1);
  });

  it('of one row is unmet at its first place', async () => {
    dynamo.on(PutCommand).rejects(new ConditionalCheckFailedException(fault));
    expect(await table.commit([put('A')])).toEqual({ committed: false, unmet: [0], conflict: false });
  });

  it.each([
    ['a row was throttled', ['None', 'ThrottlingError']],
    ['the throughput was exceeded', ['ProvisionedThroughputExceeded', 'None']],
    ['a row was throttled and another was in a commit', ['ThrottlingError', 'TransactionConflict']],
  ])('because %s is sent again after longer pauses', async (_, codes) => {
    dynamo
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled(...codes))
      .rejectsOnce(cancelled(...codes))
      .resolves({});
    expect(await table.commit(two, 'key')).toEqual({ committed: true });
    expect(pauses).toEqual([2, 3]);
    const tokens = dynamo
      .commandCalls(TransactWriteCommand)
      .map(({ args }) => args[0].input.ClientRequestToken);
    expect(new Set(tokens).size).toBe(1);
  });

  it('is thrown when DynamoDB throttled it six times', async () => {
    dynamo.on(TransactWriteCommand).rejects(cancelled('None', 'ThrottlingError'));
    await expect(table.commit(two)).rejects.toThrow(TransactionCanceledException);
    expect(dynamo.commandCalls(TransactWriteCommand)).toHaveLength(6);
  });

  it('is not sent again for throttling if a guard was unmet as well', async () => {
    dynamo.on(TransactWriteCommand).rejects(cancelled('ThrottlingError', 'ConditionalCheckFailed'));
    expect(await table.commit(two)).toEqual({ committed: false, unmet: [1], conflict: false });
    expect(dynamo.commandCalls(TransactWriteCommand)).toHaveLength(1);
  });

  it('is thrown at once for a reason that no repeat mends', async () => {
    dynamo.on(TransactWriteCommand).rejects(cancelled('ThrottlingError', 'ValidationError'));
    await expect(table.commit(two)).rejects.toThrow(TransactionCanceledException);
    expect(dynamo.commandCalls(TransactWriteCommand)).toHaveLength(1);
  });
});

describe('what is sent to DynamoDB', () => {
  it('is a transaction for a counter alone, so that a repeated request counts once', async () => {
    dynamo.on(TransactWriteCommand).resolves({});
    await table.commit([{ do: 'count', key: { pk: 'N', sk: 'N' }, by: 1, atMost: 3 }]);
    expect(dynamo.commandCalls(TransactWriteCommand)).toHaveLength(1);
  });

  it('carries the same token for the same changes under the same key, and only then', async () => {
    dynamo.on(TransactWriteCommand).resolves({});
    await table.commit(two, 'key');
    await table.commit(two, 'key');
    await table.commit([put('A')], 'key');
    await table.commit(two, 'other');
    const tokens = dynamo
      .commandCalls(TransactWriteCommand)
      .map(({ args }) => args[0].input.ClientRequestToken ?? '');
    expect(tokens[0]).toBe(tokens[1]);
    expect(new Set(tokens).size).toBe(3);
    expect(tokens.every((token) => token.length === 36)).toBe(true);
  });

  it('is one cheap write for one row', async () => {
    dynamo.on(PutCommand).resolves({});
    expect(await table.commit([put('A')])).toEqual({ committed: true });
    expect(dynamo.commandCalls(TransactWriteCommand)).toHaveLength(0);
  });
});

describe('reading', () => {
  const keys = [
    { pk: 'A', sk: 'ROW' },
    { pk: 'B', sk: 'ROW' },
  ];

  it('asks again for rows that DynamoDB left out', async () => {
    dynamo
      .on(BatchGetCommand)
      .resolvesOnce({ Responses: { T: [keys[0]!] }, UnprocessedKeys: { T: { Keys: [keys[1]!] } } })
      .resolvesOnce({ Responses: { T: [keys[1]!] } });
    expect(await table.get(keys)).toEqual(keys);
    const asked = dynamo.commandCalls(BatchGetCommand).map(({ args }) => args[0].input.RequestItems?.['T']);
    expect(asked).toEqual([
      { Keys: keys, ConsistentRead: true },
      { Keys: [keys[1]], ConsistentRead: true },
    ]);
  });

  it('reads page after page until it has what was asked for', async () => {
    dynamo
      .on(QueryCommand)
      .resolvesOnce({ Items: [{ pk: 'P', sk: '1' }], LastEvaluatedKey: { pk: 'P', sk: '1' } })
      .resolvesOnce({ Items: [], LastEvaluatedKey: { pk: 'P', sk: '2' } })
      .resolvesOnce({ Items: [{ pk: 'P', sk: '3' }], LastEvaluatedKey: { pk: 'P', sk: '3' } });
    expect(await table.query({ from: 'table', partition: 'P', limit: 2 })).toHaveLength(2);
    const asked = dynamo.commandCalls(QueryCommand).map(({ args }) => args[0].input);
    expect(asked.map(({ Limit }) => Limit)).toEqual([2, 1, 1]);
    expect(asked[2]?.ExclusiveStartKey).toEqual({ pk: 'P', sk: '2' });
  });

  it('throws at a row without keys', async () => {
    dynamo.on(BatchGetCommand).resolves({ Responses: { T: [{ pk: 'A' }] } });
    await expect(table.get(keys)).rejects.toThrow();
  });
});
