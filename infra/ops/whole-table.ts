import { CreateTableCommand, type DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type BatchWriteCommandOutput,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { documentsOf } from '../../functions/store/dynamo/dynamo-client.ts';
import { dynamoTable } from '../../functions/store/dynamo/dynamo-table.ts';
import { systemTable } from '../../functions/store/table/system-table.ts';
import type { Row, Table } from '../../functions/store/table/table.ts';

const ROWS_PER_BATCH = 25;
const rowSchema: z.ZodType<Row> = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  listPk: z.string().exactOptional(),
  listSk: z.string().exactOptional(),
  changedPk: z.string().exactOptional(),
  changedSk: z.string().exactOptional(),
});

/** Access to a whole table, as a backup needs it. No function of the service has this access. */
export interface WholeTable {
  /** The rows of one system. */
  readonly table: Table;
  readonly everything: () => Promise<readonly Row[]>;
  readonly store: (rows: readonly Row[]) => Promise<void>;
}

const text = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const });
const schema = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];

/** Creates an empty table with the service's keys and index, used by one system. */
export const wholeTable = async (
  client: DynamoDBClient,
  TableName: string,
  systemId: string,
): Promise<WholeTable> => {
  const documents = documentsOf(client);
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'listPk', 'listSk', 'changedPk', 'changedSk'].map(text),
      KeySchema: schema('pk', 'sk'),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by-list',
          KeySchema: schema('listPk', 'listSk'),
          Projection: { ProjectionType: 'ALL' },
        },
        {
          IndexName: 'by-change',
          KeySchema: schema('changedPk', 'changedSk'),
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['version', 'state'] },
        },
      ],
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 60 }, { TableName });
  return {
    table: systemTable(dynamoTable(documents, TableName), systemId),
    everything: async () => {
      const rows: Row[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const page = await documents.send(
          new ScanCommand({ TableName, ConsistentRead: true, ExclusiveStartKey: from }),
        );
        rows.push(...z.array(rowSchema).parse(page.Items ?? []));
        from = page.LastEvaluatedKey;
      } while (from !== undefined);
      return rows;
    },
    store: async (rows) => {
      for (let start = 0; start < rows.length; start += ROWS_PER_BATCH) {
        let left: BatchWriteCommandInput['RequestItems'] = {
          [TableName]: rows.slice(start, start + ROWS_PER_BATCH).map((Item) => ({ PutRequest: { Item } })),
        };
        while (left !== undefined && Object.keys(left).length > 0) {
          const sent: BatchWriteCommandOutput = await documents.send(
            new BatchWriteCommand({ RequestItems: left }),
          );
          left = sent.UnprocessedItems;
        }
      }
    },
  };
};
