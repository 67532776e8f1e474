import * as z from 'zod';
import { systemClock } from '../clock.ts';
import { lambdaAddress } from '../requests/lambda-address.ts';
import { type AwsAddress, signedRequests } from '../requests/signed-requests.ts';
import { keptSecret, type ReadSecret } from './kept-secret.ts';
import { parseSecret, validValues } from './stored-secret.ts';

const answerSchema = z.object({ SecretString: z.string() });

/**
 * Creates a reader of one secret in Secrets Manager.
 *
 * @param arn the secret's ARN
 * @param pause waits before another attempt; tests replace it so as not to wait
 */
export const secretReader = (
  address: Omit<AwsAddress, 'service'>,
  arn: string,
  pause?: (attempt: number) => Promise<void>,
): ReadSecret => {
  const send = signedRequests({ ...address, service: 'secretsmanager' }, pause);
  return async () => {
    const { status, body } = await send({
      method: 'POST',
      path: '',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'secretsmanager.GetSecretValue',
      },
      body: Buffer.from(JSON.stringify({ SecretId: arn })),
    });
    if (status !== 200) throw new Error(`Secrets Manager refused to read a secret: ${String(status)}`);
    return validValues(
      parseSecret(answerSchema.parse(JSON.parse(Buffer.from(body).toString())).SecretString),
    );
  };
};

/** Gives a function a secret, with the credentials in its environment. It is read at the first use and kept for a minute. */
export const functionSecret = (arn: string): ReadSecret => {
  const { endpoint, region, credentials } = lambdaAddress();
  const url = endpoint ?? `https://secretsmanager.${region}.amazonaws.com/`;
  return keptSecret(secretReader({ region, url, credentials }, arn), systemClock);
};
