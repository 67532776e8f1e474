import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { REGION } from '../definition/stage-settings.ts';

const answer = z.object({ aws: z.string(), tableName: z.string() });

/** Finds the table of the service that runs on this machine. */
const localTable = async () => {
  const url = `http://localhost:${process.env['CONSOLE_PORT'] ?? '8082'}/stack`;
  const response = await fetch(url).catch(() => undefined);
  if (response === undefined) {
    console.error(
      `No service answers at ${url}. Run "npm start", set CONSOLE_PORT, or name a deployed table with --table.`,
    );
    process.exit(1);
  }
  const { aws, tableName } = answer.parse(await response.json());
  const credentials = { accessKeyId: 'runner', secretAccessKey: 'runner' };
  return { client: new DynamoDBClient({ endpoint: aws, region: REGION, credentials }), name: tableName };
};

/**
 * Opens the table on which an operator's command works.
 * @param name a deployed table, opened with the operator's AWS credentials; if omitted, that of the service on this
 *   machine. Ends the command if none runs.
 */
export const operatorsTable = (name: string | undefined) =>
  name === undefined
    ? localTable()
    : Promise.resolve({ client: new DynamoDBClient({ region: REGION }), name });
