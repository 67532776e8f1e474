import * as z from 'zod';
import { post } from '../network/post.ts';
import type { DynamoDbLocal } from './dynamo-db-local.ts';

export const AWS_TARGET_HEADER = 'x-amz-target';

const capacity = z.object({ CapacityUnits: z.number() });
const answered = z.looseObject({
  ConsumedCapacity: z.union([capacity, z.array(capacity)]).optional(),
});

/** DynamoDB operations that report the capacity that they consume, if the request asks for it. */
const REPORTS_CAPACITY =
  /\.(GetItem|PutItem|UpdateItem|DeleteItem|Query|Scan|BatchGetItem|BatchWriteItem|Transact\w+)$/;

interface DynamoAnswer {
  readonly status: number;
  readonly body: string;
  readonly capacityUnits: number;
}

/** Forwards a call to DynamoDB Local and returns its answer with the capacity units consumed. */
export const dynamoAnswer = async (
  { endpoint, accessKey }: Pick<DynamoDbLocal, 'endpoint' | 'accessKey'>,
  target: string,
  input: unknown,
): Promise<DynamoAnswer> => {
  const costed = REPORTS_CAPACITY.test(target);
  const { status, body } = await post(
    endpoint,
    {
      'content-type': 'application/x-amz-json-1.0',
      [AWS_TARGET_HEADER]: target,
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/20260101/eu-west-2/dynamodb/aws4_request, SignedHeaders=host, Signature=local`,
    },
    JSON.stringify(costed ? { ReturnConsumedCapacity: 'TOTAL', ...z.looseObject({}).parse(input) } : input),
  );
  const consumed = costed ? answered.safeParse(JSON.parse(body)).data?.ConsumedCapacity : undefined;
  return {
    status,
    body,
    capacityUnits: [consumed ?? []].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0),
  };
};
