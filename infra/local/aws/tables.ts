import * as z from 'zod';
import type { AwsCall } from '../network/aws-call.ts';
import type { LocalTemplate } from '../template/local-template.ts';

const indexSchema = z.looseObject({ IndexName: z.string() });
const table = z.looseObject({
  AttributeDefinitions: z.unknown(),
  KeySchema: z.unknown(),
  BillingMode: z.literal('PAY_PER_REQUEST'),
  GlobalSecondaryIndexes: z.array(indexSchema),
  StreamSpecification: z.object({ StreamViewType: z.string() }),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }),
});
const described = z.object({
  Table: z.object({ LatestStreamArn: z.string(), GlobalSecondaryIndexes: z.array(indexSchema) }),
});
const listed = z.object({ TableNames: z.array(z.string()) });

/**
 * Creates the template's tables, unless they exist from an earlier start, and the indexes that these lack.
 * @returns the ARNs of the tables' streams, with keys such as `MatchTable.StreamArn`, and whether the
 * database was empty
 */
export const makeTables = async (
  template: LocalTemplate,
  dynamo: AwsCall,
): Promise<{ readonly streams: ReadonlyMap<string, string>; readonly isNew: boolean }> => {
  const streams = new Map<string, string>();
  const { TableNames } = listed.parse(await dynamo('DynamoDB_20120810.ListTables', {}));
  for (const { id, properties } of template.all('AWS::DynamoDB::Table', table)) {
    const { AttributeDefinitions, KeySchema, BillingMode, GlobalSecondaryIndexes, StreamSpecification } =
      properties;
    const TableName = template.ref(id);
    if (!TableNames.includes(TableName)) {
      await dynamo('DynamoDB_20120810.CreateTable', {
        TableName,
        AttributeDefinitions,
        KeySchema,
        BillingMode,
        GlobalSecondaryIndexes,
        StreamSpecification: { ...StreamSpecification, StreamEnabled: true },
      });
      await dynamo('DynamoDB_20120810.UpdateTimeToLive', {
        TableName,
        TimeToLiveSpecification: properties.TimeToLiveSpecification,
      });
    }
    const { Table } = described.parse(await dynamo('DynamoDB_20120810.DescribeTable', { TableName }));
    const known = new Set(Table.GlobalSecondaryIndexes.map(({ IndexName }) => IndexName));
    for (const index of GlobalSecondaryIndexes)
      if (!known.has(index.IndexName))
        await dynamo('DynamoDB_20120810.UpdateTable', {
          TableName,
          AttributeDefinitions,
          GlobalSecondaryIndexUpdates: [{ Create: index }],
        });
    streams.set(`${id}.StreamArn`, Table.LatestStreamArn);
  }
  return { streams, isNew: TableNames.length === 0 };
};
