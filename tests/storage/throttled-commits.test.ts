import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { describe, expect, inject, it } from 'vitest';
import type { Change } from '../../functions/store/table/table.ts';
import { localClient, localTable } from '../support/local-table.ts';

const put = (pk: string): Change => ({ do: 'put', row: { pk, sk: 'ROW', n: 1 }, when: { is: 'absent' } });
const counted: Change = { do: 'count', key: { pk: 'N', sk: 'N' }, by: 1, atMost: 9 };

/** A table whose next `times` transactions are throttled, before DynamoDB Local takes them or after. */
const throttledTable = async (name: string, when: 'before' | 'after', times: number) => {
  const client = localClient(inject('dynamoEndpoint'));
  const table = await localTable(client, name);
  let left = times;
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (commandName !== 'TransactWriteItemsCommand' || left === 0) return next(args);
        left -= 1;
        if (when === 'after') await next(args);
        throw new TransactionCanceledException({
          ...{ $metadata: {}, message: 'throttled' },
          CancellationReasons: [{ Code: 'ThrottlingError' }, { Code: 'None' }],
        });
      },
    { step: 'initialize', priority: 'high' },
  );
  return table;
};

describe('a commit that the table throttles', () => {
  it('is written once all the same', async () => {
    const table = await throttledTable('throttled-before', 'before', 2);
    expect(await table.commit([put('A'), counted])).toEqual({ committed: true });
    const rows = await table.get([
      { pk: 'A', sk: 'ROW' },
      { pk: 'N', sk: 'N' },
    ]);
    expect(rows).toHaveLength(2);
    expect(rows.find(({ pk }) => pk === 'N')?.['count']).toBe(1);
  });

  it('counts once under its key even if it had been written', async () => {
    const table = await throttledTable('throttled-after', 'after', 1);
    expect(await table.commit([put('A'), counted], 'key')).toEqual({ committed: true });
    const [counter] = await table.get([{ pk: 'N', sk: 'N' }]);
    expect(counter?.['count']).toBe(1);
  });
});
