import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentsOf } from '../../../functions/platform/storage/client.ts';
import { dynamoTable } from '../../../functions/platform/storage/dynamo-table.ts';
import { instantOf } from '../../../shared/domain/time.ts';
import { makeWorld } from './make-world.ts';
import { writeWorld } from './write-world.ts';

interface Stack {
  readonly awsEndpoint: string;
  readonly tableName: string;
  readonly now: () => number;
}

/** Fills a running stack with believable, obviously fictional data, as if it had been in use for a year. */
export const seed = async ({ awsEndpoint, tableName, now }: Stack): Promise<void> => {
  const client = new DynamoDBClient({
    endpoint: awsEndpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'runner', secretAccessKey: 'runner' },
  });
  await writeWorld(dynamoTable(documentsOf(client), tableName), makeWorld(instantOf(now())));
  client.destroy();
};
