import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { functionLog } from '../../platform/log.ts';
import { dynamoTable } from './dynamo-table.ts';
import type { Table } from '../table/table.ts';

/**
 * Timeouts in milliseconds, short because a person is waiting for the page. The SDK keeps connections open
 * between calls.
 */
const TIMEOUTS = { connectionTimeout: 1_000, requestTimeout: 3_000 } as const;

/** Creates the client that converts rows to DynamoDB's format and back; it omits undefined attributes. */
export const documentsOf = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

const documents = documentsOf(new DynamoDBClient({ maxAttempts: 4, requestHandler: TIMEOUTS }));

/**
 * Creates the table of a function, with one client for the lifetime of its container. Logs the key of each unreadable
 * row; that log line raises an alarm.
 */
export const functionTable = (tableName: string): Table => ({
  ...dynamoTable(documents, tableName),
  setAside: ({ pk }, reason) => functionLog().event('row-unreadable', { row: pk, reason }),
});
