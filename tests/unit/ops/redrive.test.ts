import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListMessageMoveTasksCommand,
  PurgeQueueCommand,
  PurgeQueueInProgress,
  QueueDoesNotExist,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { redrive } from '../../../infra/ops/redrive-queue.ts';

const sqs = mockClient(SQSClient);
const lambda = mockClient(LambdaClient);
const ARN = 'arn:aws:sqs:eu-west-2:123456789012:dpp-match-prod-notifications-record-delivery-dead-letters';
const MAIL = 'notifications-record-delivery';

/** Simulates a queue as AWS describes it: with its number of messages and its move tasks, the latest first. */
const aQueue = (letters: number) => {
  sqs
    .on(GetQueueUrlCommand)
    .resolves({ QueueUrl: 'https://sqs.eu-west-2.amazonaws.com/123456789012/dead-letters' });
  sqs.on(GetQueueAttributesCommand).resolves({
    Attributes: { QueueArn: ARN, ApproximateNumberOfMessages: String(letters) },
  });
};
const waits: number[] = [];
const through = () => ({
  sqs: new SQSClient({}),
  wait: (milliseconds: number) => Promise.resolve(waits.push(milliseconds)),
});
const run = (name: string) => redrive(name, 'prod', through);
const calls = () => sqs.calls().map(({ args }) => args[0].constructor.name);

beforeEach(() => {
  sqs.reset();
  lambda.reset();
  waits.length = 0;
  lambda.on(InvokeCommand).resolves({ StatusCode: 200 });
});
afterEach(() => sqs.reset());

describe('dead letters of e-mail events in AWS', () => {
  it('are moved back to the source queue, and the move is awaited', async () => {
    aQueue(7);
    sqs.on(StartMessageMoveTaskCommand).resolves({ TaskHandle: 'handle' });
    sqs
      .on(ListMessageMoveTasksCommand)
      .resolvesOnce({ Results: [] })
      .resolvesOnce({ Results: [{ Status: 'RUNNING', ApproximateNumberOfMessagesMoved: 3 }] })
      .resolves({ Results: [{ Status: 'COMPLETED', ApproximateNumberOfMessagesMoved: 7 }] });
    expect(await run(MAIL)).toBe('Dead letters returned to their queue: 7.');
    expect(sqs.commandCalls(GetQueueUrlCommand)[0]?.args[0].input).toEqual({
      QueueName: 'dpp-match-prod-notifications-record-delivery-dead-letters',
    });
    expect(sqs.commandCalls(StartMessageMoveTaskCommand).map(({ args }) => args[0].input)).toEqual([
      { SourceArn: ARN },
    ]);
    expect(waits).toHaveLength(1);
    expect(calls()).not.toContain('PurgeQueueCommand');
    expect(lambda.calls()).toEqual([]);
  });

  it('that are being moved already are awaited, and no second move is started', async () => {
    aQueue(7);
    sqs
      .on(ListMessageMoveTasksCommand)
      .resolvesOnce({ Results: [{ Status: 'RUNNING' }] })
      .resolvesOnce({ Results: [{ Status: 'RUNNING' }] })
      .resolves({ Results: [{ Status: 'COMPLETED', ApproximateNumberOfMessagesMoved: 7 }] });
    expect(await run(MAIL)).toBe('Dead letters returned to their queue: 7.');
    expect(calls()).not.toContain('StartMessageMoveTaskCommand');
  });

  it('that are gone are not moved again, whatever the last task says', async () => {
    aQueue(0);
    sqs
      .on(ListMessageMoveTasksCommand)
      .resolves({ Results: [{ Status: 'COMPLETED', ApproximateNumberOfMessagesMoved: 7 }] });
    expect(await run(MAIL)).toBe('Dead letters returned to their queue: 0.');
    expect(calls()).not.toContain('StartMessageMoveTaskCommand');
  });

  it.each([
    ['FAILED', 'CouldNotDetermineMessageSource'],
    ['CANCELLED', undefined],
  ])('whose task ends %s are reported as not moved', async (Status, FailureReason) => {
    aQueue(7);
    sqs.on(StartMessageMoveTaskCommand).resolves({ TaskHandle: 'handle' });
    sqs
      .on(ListMessageMoveTasksCommand)
      .resolvesOnce({ Results: [] })
      .resolves({ Results: [{ Status, FailureReason }] });
    await expect(run(MAIL)).rejects.toThrow(`not brought back: ${FailureReason ?? 'cancelled'}`);
  });

  it('that never arrive are awaited for a limited time', async () => {
    aQueue(7);
    sqs.on(StartMessageMoveTaskCommand).resolves({ TaskHandle: 'handle' });
    sqs
      .on(ListMessageMoveTasksCommand)
      .resolvesOnce({ Results: [] })
      .resolves({ Results: [{ Status: 'RUNNING' }] });
    await expect(run(MAIL)).rejects.toThrow('still on their way');
    expect(waits.reduce((sum, one) => sum + one, 0)).toBe(600_000);
  });
});

describe('dead letters of streams and schedules in AWS', () => {
  it('are purged after the sweeping function has run', async () => {
    aQueue(2);
    sqs.on(PurgeQueueCommand).resolves({});
    expect(await run('notifications-send-emails')).toBe(
      'notifications-sweep-outbox ran. Dead letters deleted: 2.',
    );
    expect(lambda.commandCalls(InvokeCommand)[0]?.args[0].input.FunctionName).toBe(
      'dpp-match-prod-notifications-sweep-outbox',
    );
    expect(sqs.commandCalls(GetQueueUrlCommand)[0]?.args[0].input.QueueName).toBe(
      'dpp-match-prod-notifications-send-emails-dead-letters',
    );
    expect(sqs.commandCalls(PurgeQueueCommand)).toHaveLength(1);
  });

  it('stay when the function fails again', async () => {
    aQueue(2);
    lambda.on(InvokeCommand).resolves({ StatusCode: 200, FunctionError: 'Unhandled' });
    await expect(run('matching-move-on')).rejects.toThrow('The dead letters were kept');
    expect(sqs.calls()).toEqual([]);
  });

  it('are none the second time, and a purge in progress is not an error', async () => {
    aQueue(2);
    sqs.on(PurgeQueueCommand).rejects(new PurgeQueueInProgress({ message: 'wait', $metadata: {} }));
    expect(await run('matching-move-on')).toBe('matching-move-on ran. Dead letters deleted: 2.');
    aQueue(0);
    sqs.resetHistory();
    expect(await run('matching-move-on')).toBe('matching-move-on ran. Dead letters deleted: 0.');
    expect(calls()).not.toContain('PurgeQueueCommand');
  });
});

it('says so when the stage has no such queue, or the function no dead letters', async () => {
  sqs.on(GetQueueUrlCommand).rejects(new QueueDoesNotExist({ message: 'no such queue', $metadata: {} }));
  await expect(run(MAIL)).rejects.toThrow('no such queue');
  await expect(run('directory-results')).rejects.toThrow('has no dead letters');
});
