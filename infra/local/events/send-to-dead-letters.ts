import type { Authorise } from '../lambda/authorise.ts';
import type { LocalFunction } from '../lambda/functions.ts';
import type { Queues } from './queues.ts';

/**
 * Sends an event that failed every attempt to a dead-letter queue, with the permissions of the function that
 * failed.
 */
export type SendToDeadLetters = (from: LocalFunction, queueArn: string, letter: unknown) => void;

/**
 * @throws if the function's role may not send to the queue, because AWS would then lose the event without
 *   reporting an error
 */
export const deadLetterSender =
  (queues: Queues, authorise: Authorise): SendToDeadLetters =>
  (from, queueArn, letter) => {
    const refusal = authorise(from.id, [{ action: 'sqs:SendMessage', resource: queueArn }], 'trigger');
    if (refusal !== undefined) throw new Error(refusal);
    process.stderr.write(`local runner: ${from.name} failed every time; its event is in the dead letters\n`);
    queues.byArn(queueArn).send(JSON.stringify(letter));
  };
