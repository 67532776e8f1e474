import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { AWS_TARGET_HEADER, dynamoAnswer } from './dynamo-answer.ts';
import type { DynamoDbLocal } from './dynamo-db-local.ts';
import type { Authorise } from '../lambda/authorise.ts';
import { requiredPermissions } from './required-permissions.ts';
import { isFromOwnPage } from '../network/local-callers.ts';
import { type Listening, readBody, sendJson, serve } from '../network/json-http.ts';
import type { SendMail } from '../mail/ses-endpoint.ts';
import type { S3 } from './s3-endpoint.ts';
import type { SecretsManager } from './secrets-endpoint.ts';
import type { Sqs } from './sqs-endpoint.ts';
import type { TableFaults } from './table-faults.ts';

interface Setup {
  readonly dynamo: DynamoDbLocal;
  readonly authorise: Authorise;
  readonly sendMail: SendMail;
  readonly s3: S3;
  readonly sqs: Sqs;
  readonly secrets: SecretsManager;
  readonly faults: TableFaults;
  /** Called after every write to the table, so that the stream triggers look for new records at once. */
  readonly wrote: () => void;
}

const WRITES = /\.(PutItem|UpdateItem|DeleteItem|BatchWriteItem|TransactWriteItems)$/;

/** Logical id of the function that signed the request, from the access key in its signature. */
const callerOf = (request: IncomingMessage): string =>
  /Credential=([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? 'nobody';

/** The service that the request was signed for. */
const serviceOf = (request: IncomingMessage): string =>
  /Credential=[^/]+\/[^/]+\/[^/]+\/(\w+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';

/**
 * HTTP proxy through which all functions call AWS. It rejects any call that the function's role does not
 * allow, as AWS would.
 */
export const awsProxy = ({
  dynamo: database,
  authorise,
  sendMail,
  s3,
  sqs,
  secrets,
  faults,
  wrote,
}: Setup): Promise<Listening> => {
  const dynamo = async (
    request: IncomingMessage,
    response: ServerResponse,
    target: string,
  ): Promise<void> => {
    const caller = callerOf(request);
    const input: unknown = JSON.parse(String(await readBody(request)));
    const needed = caller === 'runner' ? [] : requiredPermissions(target, input);
    if (needed === undefined) {
      process.stderr.write(`local runner: ${caller} called ${target}, which it does not know\n`);
      sendJson(response, 400, { __type: 'UnknownOperationException' });
      return;
    }
    const by = target.startsWith('DynamoDBStreams') ? 'trigger' : 'code';
    const refusal = authorise(caller, needed, by);
    if (refusal !== undefined) {
      sendJson(response, 400, {
        __type: 'com.amazon.coral.service#AccessDeniedException',
        message: refusal,
      });
      return;
    }
    const fault = caller === 'runner' ? undefined : faults.answerTo(target, input);
    if (fault !== undefined) {
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify(fault));
      return;
    }
    const answer = await dynamoAnswer(database, target, input);
    if (by === 'code') authorise.spent(caller, needed, answer.capacityUnits);
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(answer.body);
    if (WRITES.test(target)) wrote();
  };

  return serve(0, async (request, response) => {
    if (!isFromOwnPage(request, response)) return;
    const target = request.headers[AWS_TARGET_HEADER];
    if (typeof target === 'string' && target.startsWith('DynamoDB')) return dynamo(request, response, target);
    if (typeof target === 'string' && target.startsWith('AmazonSQS.')) {
      sqs(callerOf(request), target, z.instanceof(Buffer).parse(await readBody(request)), response);
      return;
    }
    if (typeof target === 'string' && target.startsWith('secretsmanager.')) {
      secrets(callerOf(request), target, z.instanceof(Buffer).parse(await readBody(request)), response);
      return;
    }
    if (serviceOf(request) === 's3') return s3(callerOf(request), request, response);
    if (request.method === 'POST' && request.url === '/v2/email/outbound-emails')
      return sendMail(callerOf(request), z.instanceof(Buffer).parse(await readBody(request)), response);
    process.stderr.write(
      `local runner: ${callerOf(request)} called ${request.method ?? ''} ${request.url ?? ''} ${String(target)}, which it does not know\n`,
    );
    sendJson(response, 501, { __type: 'UnknownOperationException' });
  });
};
