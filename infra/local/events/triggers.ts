import * as z from 'zod';
import type { Authorise } from '../lambda/authorise.ts';
import { type AwsCall, awsCallTo } from '../network/aws-call.ts';
import type { LocalFunctions } from '../lambda/functions.ts';
import { queueMapping, queueTrigger } from './queue-mapping.ts';
import type { Queues } from './queues.ts';
import type { SendToDeadLetters } from './send-to-dead-letters.ts';
import { settle } from './settle.ts';
import { streamMarkers } from './stream-markers.ts';
import { streamMapping, streamTrigger } from './stream-mapping.ts';
import type { LocalTemplate } from '../template/local-template.ts';
import type { Trigger, PollingTrigger } from './polling-trigger.ts';

/** All triggers that invoke functions in response to events. */
export interface Triggers {
  readonly start: () => void;
  /** Polls the streams at once. To be called after a write. */
  readonly wake: () => void;
  /** Resolves when streams and queues are empty and no function is running. */
  readonly settle: () => Promise<void>;
  /** Simulates an outage of the streams: records are kept until `resumeStreams`. */
  readonly pauseStreams: () => void;
  readonly resumeStreams: () => void;
  readonly stop: () => Promise<void>;
}

interface Setup {
  readonly template: LocalTemplate;
  readonly functions: LocalFunctions;
  readonly queues: Queues;
  readonly authorise: Authorise;
  readonly deadLetter: SendToDeadLetters;
  readonly awsEndpoint: string;
  /** Calls the database with the permissions of the runner. */
  readonly dynamo: AwsCall;
  readonly tableName: string;
}

/** @throws for a mapping whose source is neither a queue nor a stream of the stacks */
export const triggersOf = (setup: Setup): Triggers => {
  const { template, functions, queues } = setup;
  const streams: PollingTrigger[] = [];
  const fromQueues: Trigger[] = [];
  const markers = streamMarkers(setup.dynamo, setup.tableName);
  let paused = false;
  for (const { id, properties } of template.all(
    'AWS::Lambda::EventSourceMapping',
    z.looseObject({ EventSourceArn: z.string(), FunctionName: z.string() }),
  )) {
    const target = functions.find(properties.FunctionName);
    if (target === undefined)
      throw new Error(`${id} starts ${properties.FunctionName}, which is no function`);
    if (properties.EventSourceArn.startsWith('arn:aws:sqs:'))
      fromQueues.push(
        queueTrigger({
          ...setup,
          mapping: queueMapping.parse(properties),
          target,
          queue: queues.byArn(properties.EventSourceArn),
        }),
      );
    else
      streams.push(
        streamTrigger({
          ...setup,
          mapping: streamMapping.parse(properties),
          target,
          call: awsCallTo(setup.awsEndpoint, target.id),
          markers,
          isPaused: () => paused,
        }),
      );
  }
  const all = [...streams, ...fromQueues];
  return {
    start: () => all.forEach((trigger) => trigger.start()),
    wake: () => streams.forEach((trigger) => trigger.wake()),
    settle: () =>
      settle({
        triggers: all,
        functions,
        pause: () => new Promise((again) => setTimeout(again, 10)),
      }),
    pauseStreams: () => {
      paused = true;
    },
    resumeStreams: () => {
      paused = false;
      streams.forEach((trigger) => trigger.wake());
    },
    stop: async () => {
      await Promise.all(all.map((trigger) => trigger.stop()));
    },
  };
};
