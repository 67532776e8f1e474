import { post } from './post.ts';

/**
 * Calls one operation of an AWS JSON API. `target` names the operation, such as `DynamoDB_20120810.GetItem`.
 */
export type AwsCall = (target: string, input: unknown) => Promise<unknown>;

/** An error answer from AWS. */
export class AwsRefusal extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(`${type}: ${message}`);
    this.type = type;
  }
}

const textOf = (value: unknown, ...keys: readonly string[]): string => {
  if (typeof value !== 'object' || value === null) return '';
  for (const [key, found] of Object.entries(value))
    if (keys.includes(key) && typeof found === 'string') return found;
  return '';
};

/**
 * Calls an AWS JSON API without the SDK, because the SDK converts the answers, whereas triggers have to pass
 * on answers exactly as AWS sent them.
 * @param caller who signs the call: a function's logical id, or `runner`
 */
export const awsCallTo =
  (endpoint: string, caller: string): AwsCall =>
  async (target, input) => {
    const { status, body } = await post(
      endpoint,
      {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': target,
        authorization: `AWS4-HMAC-SHA256 Credential=${caller}/20260101/eu-west-2/dynamodb/aws4_request, SignedHeaders=host, Signature=local`,
      },
      JSON.stringify(input),
    );
    const answer: unknown = JSON.parse(body);
    if (status !== 200) throw new AwsRefusal(textOf(answer, '__type'), textOf(answer, 'message', 'Message'));
    return answer;
  };
