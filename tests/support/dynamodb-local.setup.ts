import type { TestProject } from 'vitest/node';
import { startDynamoDbLocal } from '../../infra/local/aws/dynamo-db-local.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the local database of this run listens. */
    dynamoEndpoint: string;
  }
}

/** Starts one local database for all tests of a project; each test makes a table of its own (local-table.ts). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dynamo = await startDynamoDbLocal();
  project.provide('dynamoEndpoint', dynamo.endpoint);
  return () => dynamo.stop();
}
