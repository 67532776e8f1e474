import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListMessageMoveTasksCommand,
  PurgeQueueCommand,
  PurgeQueueInProgress,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';

/** `DeadLetters` in infra/constructs names it so. */
export const deadLetterQueueName = (stage: string, name: string): string =>
  `dpp-match-${stage}-${name}-dead-letters`;

export interface DeadLetterQueue {
  /** Letters that wait now, about: AWS counts them a moment late. */
  count(): Promise<number>;
  /**
   * Brings every letter back to the queue that it came from, and waits until that is done. One that is being brought back
   * already is waited for, not started again.
   * @returns how many were brought back
   * @throws when AWS gave up, with the reason in its own words
   */
  moveBack(): Promise<number>;
  /** Throws away what waits. Within a minute of the last time AWS has it in hand already. */
  purge(): Promise<void>;
}

/** Milliseconds between two looks at a task. */
const LOOK_EVERY = 2_000;
/** Looks before giving up: ten minutes. */
const LOOKS = 300;

const OVER = new Set(['COMPLETED', 'CANCELLED', 'FAILED']);

/**
 * A deployed function's dead letters.
 * @param wait waits so many milliseconds; tests do not
 * @throws when there is no such queue, or the credentials may not see it
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
  /** The latest task of this queue. */
  const task = async () =>
    (await client.send(new ListMessageMoveTasksCommand({ SourceArn, MaxResults: 1 }))).Results?.[0];

  const finished = async (): Promise<number> => {
    for (let look = 0; look < LOOKS; look += 1) {
      const {
        Status = 'RUNNING',
        ApproximateNumberOfMessagesMoved = 0,
        FailureReason,
      } = (await task()) ?? {};
      if (Status === 'COMPLETED') return ApproximateNumberOfMessagesMoved;
      if (OVER.has(Status))
        throw new Error(`the letters were not brought back: ${FailureReason ?? Status.toLowerCase()}`);
      await wait(LOOK_EVERY);
    }
    throw new Error('the letters are still on their way after ten minutes: look again later');
  };

  return {
    count,
    moveBack: async () => {
      if ((await task())?.Status === 'RUNNING') return finished();
      if ((await count()) === 0) return 0;
      // Without a destination each goes back to where it came from.
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
