import * as z from 'zod';
import type { Permission } from '../lambda/iam-policy.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION } from '../template/resolver.ts';

const singleTableInput = z.looseObject({ TableName: z.string(), IndexName: z.string().optional() });
const batchInput = z.looseObject({ RequestItems: z.record(z.string(), z.unknown()) });
const transactionInput = z.looseObject({ TransactItems: z.array(z.record(z.string(), singleTableInput)) });
const stream = z.looseObject({ StreamArn: z.string() });
const iterator = z.looseObject({ ShardIterator: z.string() });

const tableArn = (name: string): string =>
  name.startsWith('arn:') ? name : `arn:aws:dynamodb:${LOCAL_REGION}:${LOCAL_ACCOUNT}:table/${name}`;

const onTable = (action: string) => (input: unknown) => {
  const { TableName, IndexName } = singleTableInput.parse(input);
  const arn = tableArn(TableName);
  return [{ action, resource: IndexName === undefined ? arn : `${arn}/index/${IndexName}` }];
};

const onTables = (action: string) => (input: unknown) =>
  Object.keys(batchInput.parse(input).RequestItems).map((name) => ({ action, resource: tableArn(name) }));

/** IAM action that each item type of a transaction requires. */
const transactionActions: Readonly<Record<string, string>> = {
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
  Delete: 'dynamodb:DeleteItem',
  ConditionCheck: 'dynamodb:ConditionCheckItem',
  Get: 'dynamodb:GetItem',
};

const inTransaction = (input: unknown): readonly Permission[] =>
  transactionInput.parse(input).TransactItems.flatMap((item) =>
    Object.entries(item).map(([part, { TableName }]) => {
      const action = transactionActions[part];
      if (action === undefined) throw new Error(`a transaction cannot ${part}`);
      return { action, resource: tableArn(TableName) };
    }),
  );

const onStream = (action: string) => (input: unknown) => [
  { action, resource: stream.parse(input).StreamArn },
];

const permissionsByTarget: Readonly<Record<string, (input: unknown) => readonly Permission[]>> = {
  'DynamoDB_20120810.GetItem': onTable('dynamodb:GetItem'),
  'DynamoDB_20120810.PutItem': onTable('dynamodb:PutItem'),
  'DynamoDB_20120810.UpdateItem': onTable('dynamodb:UpdateItem'),
  'DynamoDB_20120810.DeleteItem': onTable('dynamodb:DeleteItem'),
  'DynamoDB_20120810.Query': onTable('dynamodb:Query'),
  'DynamoDB_20120810.Scan': onTable('dynamodb:Scan'),
  'DynamoDB_20120810.BatchGetItem': onTables('dynamodb:BatchGetItem'),
  'DynamoDB_20120810.BatchWriteItem': onTables('dynamodb:BatchWriteItem'),
  'DynamoDB_20120810.TransactWriteItems': inTransaction,
  'DynamoDB_20120810.TransactGetItems': inTransaction,
  'DynamoDBStreams_20120810.DescribeStream': onStream('dynamodb:DescribeStream'),
  'DynamoDBStreams_20120810.GetShardIterator': onStream('dynamodb:GetShardIterator'),
  'DynamoDBStreams_20120810.GetRecords': (input) => {
    const arn = /arn:[^|]+/.exec(iterator.parse(input).ShardIterator)?.[0];
    return [{ action: 'dynamodb:GetRecords', resource: arn ?? '' }];
  },
};

/**
 * Lists the permissions that IAM would require for a call.
 * @returns undefined for an operation that the runner does not know
 */
export const requiredPermissions = (target: string, input: unknown): readonly Permission[] | undefined =>
  permissionsByTarget[target]?.(input);
