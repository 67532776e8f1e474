import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { environment } from '../environment.ts';
import type { Queues } from './queues.ts';
import { sqsQueues } from './sqs-queues.ts';

/** The addresses of the queues that a function may feed, by their names, as JSON. */
const addresses = z.string().transform((text) => z.record(z.string(), z.url()).parse(JSON.parse(text)));

/** Creates the queues of a function, with one client for the lifetime of its container. */
export const functionQueues = (): Queues =>
  sqsQueues(
    new SQSClient({
      maxAttempts: 4,
      requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000 },
      // Calls the region's address, which the local runner can replace.
      useQueueUrlAsEndpoint: false,
    }),
    environment({ QUEUES: addresses }).QUEUES,
  );
