import type { TestProject } from 'vitest/node';
import { startDynamoDbLocal } from '../../infra/local/aws/dynamo-db-local.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the local database of this run. */
    dynamoEndpoint: string;
  }
}

/** Starts one local database for a vitest project. Each test creates a table of its own in it (local-table.ts). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dynamo = await startDynamoDbLocal();
  project.provide('dynamoEndpoint', dynamo.endpoint);
  return () => dynamo.stop();
}
