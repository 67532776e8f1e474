import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListMessageMoveTasksCommand,
  PurgeQueueCommand,
  PurgeQueueInProgress,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';

/** Returns the name of a function's dead-letter queue: the one that infra/constructs/dead-letters.ts gives it. */
export const deadLetterQueueName = (stage: string, name: string): string =>
  `dpp-match-${stage}-${name}-dead-letters`;

export interface DeadLetterQueue {
  /** Returns the approximate number of messages in the queue, which AWS updates with a delay. */
  count(): Promise<number>;
  /**
   * Moves all messages back to their source queues and waits until the move is done. If such a move is
   * already running, waits for that move instead.
   * @returns the number of messages moved
   * @throws Error with AWS's reason if the move fails
   */
  moveBack(): Promise<number>;
  /**
   * Deletes all messages. Does nothing if the last purge was less than a minute ago, because AWS refuses a
   * second purge during that minute.
   */
  purge(): Promise<void>;
}

/** Milliseconds between two checks of a running move. */
const POLL_INTERVAL_MS = 2_000;
/** Number of checks before giving up, after ten minutes. */
const MAX_POLLS = 300;

const FINAL_STATUSES = new Set(['COMPLETED', 'CANCELLED', 'FAILED']);

/**
 * The dead-letter queue of a deployed function.
 * @param wait waits for the given number of milliseconds; tests pass a function that returns at once
 * @throws if the queue does not exist or the credentials do not allow access
 */
export const deadLetterQueue = async (
  client: SQSClient,
  queueName: string,
  wait: (milliseconds: number) => Promise<unknown>,
): Promise<DeadLetterQueue> => {
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: queueName }));
  const read = async () =>
    (
      await client.send(
        new GetQueueAttributesCommand({
          QueueUrl,
          AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages'],
        }),
      )
    ).Attributes ?? {};
  const { QueueArn: SourceArn } = await read();
  if (SourceArn === undefined) throw new Error(`${queueName} has no address`);

  const count = async () => Number((await read()).ApproximateNumberOfMessages ?? '0');
  /** Returns the latest move from this queue that AWS knows of. */
  const task = async () =>
    (await client.send(new ListMessageMoveTasksCommand({ SourceArn, MaxResults: 1 }))).Results?.[0];

  const finished = async (): Promise<number> => {
    for (let look = 0; look < MAX_POLLS; look += 1) {
      const {
        Status = 'RUNNING',
        ApproximateNumberOfMessagesMoved = 0,
        FailureReason,
      } = (await task()) ?? {};
      if (Status === 'COMPLETED') return ApproximateNumberOfMessagesMoved;
      if (FINAL_STATUSES.has(Status))
        throw new Error(`the letters were not brought back: ${FailureReason ?? Status.toLowerCase()}`);
      await wait(POLL_INTERVAL_MS);
    }
    throw new Error('the letters are still on their way after ten minutes: look again later');
  };

  return {
    count,
    moveBack: async () => {
      if ((await task())?.Status === 'RUNNING') return finished();
      if ((await count()) === 0) return 0;
      // The command names no destination, so that AWS returns each message to its source queue.
      await client.send(new StartMessageMoveTaskCommand({ SourceArn }));
      return finished();
    },
    purge: async () => {
      await client.send(new PurgeQueueCommand({ QueueUrl })).catch((error: unknown) => {
        if (!(error instanceof PurgeQueueInProgress)) throw error;
      });
    },
  };
};
