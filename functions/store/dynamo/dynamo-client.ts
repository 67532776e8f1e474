import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { functionLog } from '../../platform/log.ts';
import { dynamoTable } from './dynamo-table.ts';
import type { Table } from '../table/table.ts';

/** Short, because a person is waiting. The SDK keeps connections open between calls. */
const TIMEOUTS = { connectionTimeout: 1_000, requestTimeout: 3_000 } as const;

/** Translates rows for DynamoDB; omits undefined attributes. */
export const documentsOf = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

const documents = documentsOf(new DynamoDBClient({ maxAttempts: 4, requestHandler: TIMEOUTS }));

/**
 * The table of a function, with one client for the life of its container. Logs the key of an unreadable row, which
 * raises an alarm.
 */
export const functionTable = (tableName: string): Table => ({
  ...dynamoTable(documents, tableName),
  setAside: ({ pk }, reason) => functionLog().event('row-unreadable', { row: pk, reason }),
});
