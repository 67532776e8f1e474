import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { systemClock } from '../../functions/platform/clock.ts';
import { documentsOf } from '../../functions/store/dynamo/dynamo-client.ts';
import { dynamoTable } from '../../functions/store/dynamo/dynamo-table.ts';
import { datedTable } from '../../functions/store/table/dated-table.ts';
import type { Row } from '../../functions/store/table/table.ts';
import type { StoredTable } from './migrate-rows.ts';

const rowSchema: z.ZodType<Row> = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  listPk: z.string().exactOptional(),
  listSk: z.string().exactOptional(),
  changedPk: z.string().exactOptional(),
  changedSk: z.string().exactOptional(),
});

/** Opens a table of DynamoDB as it is stored, with the rows of all systems. */
export const storedTable = (client: DynamoDBClient, TableName: string): StoredTable => {
  const documents = documentsOf(client);
  return {
    table: datedTable(dynamoTable(documents, TableName), systemClock),
    pages: async function* pages() {
      let from: Record<string, unknown> | undefined;
      do {
        const page = await documents.send(
          new ScanCommand({ TableName, ConsistentRead: true, ExclusiveStartKey: from }),
        );
        yield z.array(rowSchema).parse(page.Items ?? []);
        from = page.LastEvaluatedKey;
      } while (from !== undefined);
    },
  };
};
