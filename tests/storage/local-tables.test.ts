import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { type DynamoDbLocal, startDynamoDbLocal } from '../../infra/local/aws/dynamo-db-local.ts';
import { makeTables } from '../../infra/local/aws/tables.ts';
import { awsCallTo } from '../../infra/local/network/aws-call.ts';
import type { LocalTemplate } from '../../infra/local/template/local-template.ts';

let database: DynamoDbLocal;
beforeAll(async () => {
  database = await startDynamoDbLocal();
});
afterAll(() => database.stop());

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' });
const index = (name: string) => ({
  IndexName: name,
  KeySchema: [{ AttributeName: name, KeyType: 'HASH' }],
  Projection: { ProjectionType: 'KEYS_ONLY' },
});

/** A template with one table that has these indexes, each by an attribute of its name. */
const templateWith = (...indexes: readonly string[]): LocalTemplate => {
  const properties = {
    AttributeDefinitions: ['pk', ...indexes].map(text),
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
    GlobalSecondaryIndexes: indexes.map(index),
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
  };
  return {
    all: (_type, schema) => [{ id: 'Table', properties: schema.parse(properties) }],
    ref: (id: string) => id,
  } satisfies Pick<LocalTemplate, 'all' | 'ref'> as unknown as LocalTemplate;
};

it('a table kept from an earlier start gets the indexes that it lacks', async () => {
  const call = awsCallTo(database.endpoint, database.accessKey);
  const names = async () =>
    z
      .object({ Table: z.object({ GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string() })) }) })
      .parse(await call('DynamoDB_20120810.DescribeTable', { TableName: 'Table' }))
      .Table.GlobalSecondaryIndexes.map(({ IndexName }) => IndexName)
      .toSorted();
  expect((await makeTables(templateWith('first'), call)).isNew).toBe(true);
  expect(await names()).toEqual(['first']);
  expect((await makeTables(templateWith('first', 'second'), call)).isNew).toBe(false);
  expect(await names()).toEqual(['first', 'second']);
  await makeTables(templateWith('first', 'second'), call);
  expect(await names()).toEqual(['first', 'second']);
});
