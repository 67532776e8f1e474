import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { DOOR_HEADER } from '../../shared/contracts/door-header.ts';
import { instantOf } from '../../shared/kernel/time.ts';
import { settingsOf } from '../definition/stages.ts';
import type { ChangeDeps, DistributionAccess } from './change-secret.ts';
import { distributionId, distributionInAws } from './distribution-in-aws.ts';
import { secretArn, secretInAws } from './secret-in-aws.ts';

/** A secret of a stage and what a change of it needs. */
interface SecretOfStage extends ChangeDeps {
  readonly distribution: () => Promise<DistributionAccess>;
}

/** The setting of functions that holds the ARN of each secret. */
const variables = { door: 'DOOR_SECRET_ARN', form: 'FORM_SECRET_ARN' } as const;

export type ChangeableSecret = keyof typeof variables;

const REGION = 'eu-west-2';

const fresh = (): string => randomBytes(48).toString('base64url');

/** A secret of a deployed stage, with the caller's own AWS credentials. */
export const secretOfDeployedStage = async (
  name: ChangeableSecret,
  stage: string,
  say: ChangeDeps['say'],
): Promise<SecretOfStage> => {
  const arn = await secretArn(new LambdaClient({ region: REGION }), stage, variables[name]);
  const cloudFront = new CloudFrontClient({ region: 'us-east-1' });
  const { systems } = settingsOf(stage);
  return {
    ...{ say, fresh, wait: setTimeout },
    now: () => instantOf(Date.now()),
    secret: secretInAws(new SecretsManagerClient({ region: REGION }), arn),
    distribution: async () =>
      distributionInAws(cloudFront, await distributionId(cloudFront, systems[0]?.domain ?? ''), setTimeout),
  };
};

const headers = z.object({ [DOOR_HEADER]: z.string() });

/**
 * A secret of the service on this machine. Instead of waiting, its clock is moved on.
 * @param console address of the runner's page
 */
export const localSecret = async (
  name: ChangeableSecret,
  console: string,
  say: ChangeDeps['say'],
): Promise<SecretOfStage> => {
  const call = async (path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(new URL(path, console), {
      ...(body === undefined
        ? {}
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
    });
    const content: unknown = await answer.json();
    if (!answer.ok) throw new Error(`the local runner answered with status ${String(answer.status)}`);
    return content;
  };
  const { aws } = z.object({ aws: z.string() }).parse(await call('/stack'));
  const credentials = { accessKeyId: 'runner', secretAccessKey: 'runner' };
  const lambda = new LambdaClient({ region: REGION, endpoint: console, credentials });
  const arn = await secretArn(lambda, 'demo', variables[name]);
  const clock = z.object({ now: z.string() });
  let now = clock.parse(await call('/clock')).now;
  return {
    ...{ say, fresh },
    secret: secretInAws(new SecretsManagerClient({ region: REGION, endpoint: aws, credentials }), arn),
    now: () => instantOf(Date.parse(now)),
    wait: async (milliseconds) => {
      now = clock.parse(await call('/clock/advance', { minutes: milliseconds / 60_000 })).now;
    },
    distribution: () =>
      Promise.resolve({
        value: async () => headers.parse(await call('/distribution/headers'))[DOOR_HEADER],
        send: async (value) => {
          await call('/distribution/headers', { name: DOOR_HEADER, value });
        },
        settled: () => Promise.resolve(),
      }),
  };
};
