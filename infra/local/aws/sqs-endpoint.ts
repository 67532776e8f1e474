import { createHash, randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import type { LocalQueue, Queues } from '../events/queues.ts';
import type { Authorise } from '../lambda/authorise.ts';

/** Handles one call of SQS's JSON API. */
export type Sqs = (caller: string, target: string, body: Buffer, response: ServerResponse) => void;

const single = z.object({ QueueUrl: z.string(), MessageBody: z.string() });
const batch = z.object({
  QueueUrl: z.string(),
  Entries: z
    .array(z.object({ Id: z.string(), MessageBody: z.string() }))
    .min(1)
    .max(10),
});

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify(body));
};

const accept = (queue: LocalQueue, body: string) => {
  queue.send(body);
  return { MessageId: randomUUID(), MD5OfMessageBody: createHash('md5').update(body).digest('hex') };
};

/** Emulates SQS for the queues of the template, with the permissions of the calling function's role. */
export const sqsEndpoint =
  (queues: Queues, authorise: Authorise): Sqs =>
  (caller, target, body, response) => {
    const input: unknown = JSON.parse(body.toString());
    const { QueueUrl } = z.object({ QueueUrl: z.string() }).parse(input);
    const queue = queues.all.find(({ url }) => url === QueueUrl);
    if (queue === undefined) {
      answer(response, 400, { __type: 'com.amazonaws.sqs#QueueDoesNotExist', message: QueueUrl });
      return;
    }
    const refusal = authorise(caller, [{ action: 'sqs:SendMessage', resource: queue.arn }], 'code');
    if (refusal !== undefined) {
      answer(response, 403, { __type: 'com.amazonaws.sqs#AccessDeniedException', message: refusal });
      return;
    }
    switch (target) {
      case 'AmazonSQS.SendMessage':
        answer(response, 200, accept(queue, single.parse(input).MessageBody));
        return;
      case 'AmazonSQS.SendMessageBatch':
        answer(response, 200, {
          Successful: batch
            .parse(input)
            .Entries.map(({ Id, MessageBody }) => ({ Id, ...accept(queue, MessageBody) })),
          Failed: [],
        });
        return;
      default:
        process.stderr.write(`local runner: ${caller} called ${target}, which it does not know\n`);
        answer(response, 400, { __type: 'UnknownOperationException' });
    }
  };
