import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import type { Authorise } from '../lambda/authorise.ts';
import type { SecretStore } from './secret-store.ts';

/** Handles one call of Secrets Manager's JSON API. */
export type SecretsManager = (caller: string, target: string, body: Buffer, response: ServerResponse) => void;

const named = z.looseObject({ SecretId: z.string() });
const put = named.extend({ SecretString: z.string() });

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify(body));
};

/** Emulates Secrets Manager for the secrets of the template, with the permissions of the calling function's role. */
export const secretsEndpoint =
  (secrets: SecretStore, authorise: Authorise): SecretsManager =>
  (caller, target, body, response) => {
    const action = target.slice(target.indexOf('.') + 1);
    const input: unknown = JSON.parse(body.toString());
    const { SecretId: arn } = named.parse(input);
    const refusal = authorise(caller, [{ action: `secretsmanager:${action}`, resource: arn }], 'code');
    if (refusal !== undefined) {
      answer(response, 400, { __type: 'AccessDeniedException', Message: refusal });
      return;
    }
    const SecretString = secrets.get(arn);
    if (SecretString === undefined) {
      answer(response, 400, { __type: 'ResourceNotFoundException', Message: 'there is no such secret' });
      return;
    }
    const about = { ARN: arn, Name: arn, VersionId: randomUUID() };
    switch (action) {
      case 'GetSecretValue':
        answer(response, 200, { ...about, SecretString, VersionStages: ['AWSCURRENT'] });
        return;
      case 'PutSecretValue':
        secrets.put(arn, put.parse(input).SecretString);
        answer(response, 200, { ...about, VersionStages: ['AWSCURRENT'] });
        return;
      default:
        process.stderr.write(`local runner: ${caller} called ${target}, which it does not know\n`);
        answer(response, 400, { __type: 'UnknownOperationException' });
    }
  };
