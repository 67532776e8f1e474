import type { TestProject } from 'vitest/node';
import { startDynamoDbLocal } from '../../infra/local/dynamo-db-local.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where DynamoDB Local answers. */
    dynamodb: string;
  }
}

/** One DynamoDB Local, in memory, for all storage tests of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const local = await startDynamoDbLocal();
  project.provide('dynamodb', local.endpoint);
  return () => local.stop();
}
