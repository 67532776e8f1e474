import { BatchGetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { health } from './health.ts';

const client = new DynamoDBClient({});
const name = process.env['TABLE_NAME'] ?? '';
const ask = health({
  version: process.env['VERSION'] ?? '',
  table: {
    get: async ([key]) => {
      await client.send(
        new BatchGetItemCommand({
          RequestItems: { [name]: { Keys: [{ pk: { S: key?.pk ?? '' }, sk: { S: key?.sk ?? '' } }] } },
        }),
      );
      return [];
    },
  },
});
export const handler = async () => {
  const { status, headers, body } = await ask({
    method: 'GET', path: '/health', params: {}, query: {}, form: {}, json: undefined, wantsJson: true, network: '', origin: undefined,
  });
  return { statusCode: status, headers, body };
};
