import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentsOf } from '../../functions/store/dynamo/dynamo-client.ts';
import { dynamoTable } from '../../functions/store/dynamo/dynamo-table.ts';
import type { Table } from '../../functions/store/table/table.ts';

const text = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const });
const schema = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];

/**
 * Creates a client of DynamoDB Local, which accepts any credentials.
 * @param endpoint for instance "http://127.0.0.1:4711"
 */
export const localClient = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });

/**
 * Creates an empty table with our keys and index in DynamoDB Local, and returns it through the service's own adapter.
 */
export const localTable = async (client: DynamoDBClient, name: string): Promise<Table> => {
  await client.send(
    new CreateTableCommand({
      TableName: name,
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
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    }),
  );
  return dynamoTable(documentsOf(client), name);
};
