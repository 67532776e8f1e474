import { networkInterfaces } from 'node:os';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DynamoDbLocal, startDynamoDbLocal } from '../../infra/local/aws/dynamo-db-local.ts';
import { localTable } from '../support/local-table.ts';

let database: DynamoDbLocal;
beforeAll(async () => {
  database = await startDynamoDbLocal();
});
afterAll(() => database.stop());

const clientOf = (accessKeyId: string, endpoint = database.endpoint) =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId, secretAccessKey: 'any' },
    maxAttempts: 1,
  });
const tablesFor = async (client: DynamoDBClient) => (await client.send(new ListTablesCommand({}))).TableNames;

it('the local database shows its tables only to its key, from wherever it is called', async () => {
  const { accessKey, endpoint } = database;
  expect(accessKey).toMatch(/^[0-9a-f]{40}$/u);
  await localTable(clientOf(accessKey), 'ours');
  expect(await tablesFor(clientOf(accessKey))).toEqual(['ours']);
  const addresses = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ family }) => family === 'IPv4')
    .map(({ address }) => endpoint.replace('127.0.0.1', address));
  for (const address of addresses)
    for (const key of ['runner', 'local', accessKey.toUpperCase(), accessKey.slice(1)])
      expect([key, await tablesFor(clientOf(key, address))]).toEqual([key, []]);
});
