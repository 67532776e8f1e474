import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentsOf } from '../../../functions/store/dynamo/dynamo-client.ts';
import { dynamoTable } from '../../../functions/store/dynamo/dynamo-table.ts';
import { type Instant, instantOf } from '../../../shared/kernel/time.ts';
import type { Table } from '../../../functions/store/table/table.ts';
import { makeLastDigests } from './last-digests.ts';
import { makeWorld } from './make-world.ts';
import { holdPastRound } from './past-round.ts';
import { writeWorld } from './write-world.ts';

interface Stack {
  readonly awsEndpoint: string;
  readonly tableName: string;
  readonly now: () => number;
}

/** A year of use up to a moment, with a round that is over; nothing where it is there already. */
export const seedTable = async (table: Table, now: Instant): Promise<void> => {
  const world = makeWorld(now);
  if (await writeWorld(table, world, () => holdPastRound(table, world.stage)))
    await makeLastDigests(table, now);
};

/** Fills a running stack with believable, obviously fictional data, as if it had been in use for a year. */
export const seed = async ({ awsEndpoint, tableName, now }: Stack): Promise<void> => {
  const client = new DynamoDBClient({
    endpoint: awsEndpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'runner', secretAccessKey: 'runner' },
  });
  await seedTable(dynamoTable(documentsOf(client), tableName), instantOf(now()));
  client.destroy();
};
