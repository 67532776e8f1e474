import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentsOf } from '../../../functions/store/dynamo/dynamo-client.ts';
import { dynamoTable } from '../../../functions/store/dynamo/dynamo-table.ts';
import { type Instant, instantOf } from '../../../shared/kernel/time.ts';
import { systemTable } from '../../../functions/store/table/system-table.ts';
import type { Table } from '../../../functions/store/table/table.ts';
import { makeLastDigests } from './last-digests.ts';
import { makeWorld } from './make-world.ts';
import { runPastRound } from './past-round.ts';
import { writeWorld } from './write-world.ts';

/** The system whose people the demonstration data invents. */
const SYSTEM = 'kent-and-medway';

interface Stack {
  readonly awsEndpoint: string;
  readonly tableName: string;
  readonly now: () => number;
}

/**
 * Writes the data of a year of use up to `now`, including a finished round. Does nothing if this data exists
 * already.
 */
export const seedTable = async (table: Table, now: Instant): Promise<void> => {
  const world = makeWorld(now);
  if (await writeWorld(table, world, () => runPastRound(table, world.stage)))
    await makeLastDigests(table, now);
};

/** Fills a running stack with plausible but clearly fictional data, as after a year of use. */
export const seed = async ({ awsEndpoint, tableName, now }: Stack): Promise<void> => {
  const client = new DynamoDBClient({
    endpoint: awsEndpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'runner', secretAccessKey: 'runner' },
  });
  const table = systemTable(dynamoTable(documentsOf(client), tableName), SYSTEM);
  await seedTable(table, instantOf(now()));
  client.destroy();
};
