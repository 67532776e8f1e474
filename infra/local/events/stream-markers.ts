import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { AwsCall } from '../network/aws-call.ts';

/** Partition key of the row whose changes mark places in the stream. It exists for a moment only. */
const MARKER = 'LOCAL-RUNNER#marker';

const text = z.object({ S: z.string() });
const marker = z.object({
  dynamodb: z.object({
    Keys: z.object({ pk: z.object({ S: z.literal(MARKER) }), sk: text }),
  }),
});

/** Marks in a table's stream, by which a reader knows that it has read everything written before them. */
export interface StreamMarkers {
  /** Writes a mark and returns its id. */
  put(): Promise<string>;
  /** Returns the id of the mark that a record is; undefined for every other record. */
  idOf(record: unknown): string | undefined;
}

/** @param dynamo calls the database with the permissions of the runner */
export const streamMarkers = (dynamo: AwsCall, tableName: string): StreamMarkers => ({
  put: async () => {
    const id = randomUUID();
    const Key = { pk: { S: MARKER }, sk: { S: id } };
    await dynamo('DynamoDB_20120810.PutItem', { TableName: tableName, Item: Key });
    await dynamo('DynamoDB_20120810.DeleteItem', { TableName: tableName, Key });
    return id;
  },
  idOf: (record) => marker.safeParse(record).data?.dynamodb.Keys.sk.S,
});
