import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { LocalTemplate } from '../template/local-template.ts';

export interface Message {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  /** Number of times that the message has been received from the queue. */
  readonly receives: number;
}

export interface LocalQueue {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  /** Seconds for which a received message is not shown to other receivers. */
  readonly visibilitySeconds: number;
  send(body: string): void;
  /**
   * Receives up to `most` messages. Messages that have reached the queue's receive limit go to the
   * dead-letter queue instead.
   */
  take(most: number): readonly Message[];
  /** Returns failed messages to the queue. */
  giveBack(messages: readonly Message[]): void;
  peek(): readonly Message[];
  clear(): void;
  /** Registers a listener that is called after every send. */
  onSend(listener: () => void): void;
}

/** The template's queues, held in memory. */
export interface Queues {
  readonly all: readonly LocalQueue[];
  byArn(arn: string): LocalQueue;
  /**
   * Moves dead letters back to their source queue. Discards them if no queue uses this one as its dead-letter
   * queue.
   * @returns the number of dead letters
   */
  redrive(deadLetters: LocalQueue): number;
}

const properties = z.object({
  VisibilityTimeout: z.number().default(30),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() }).optional(),
});

export const queuesOf = (template: LocalTemplate): Queues => {
  const byArn = (arn: string): LocalQueue => {
    const found = all.find((queue) => queue.arn === arn);
    if (found === undefined) throw new Error(`there is no queue ${arn}`);
    return found;
  };
  const all = template
    .all('AWS::SQS::Queue', properties)
    .map(({ id, properties: { RedrivePolicy, VisibilityTimeout } }) => {
      const listeners: (() => void)[] = [];
      let waiting: Message[] = [];
      const put = (message: Message) => {
        waiting.push(message);
        for (const listener of listeners) listener();
      };
      const queue: LocalQueue = {
        name: id,
        arn: `arn:aws:sqs:eu-west-2:000000000000:${id}`,
        url: template.ref(id),
        visibilitySeconds: VisibilityTimeout,
        send: (body) => put({ id: randomUUID(), body, sentAt: Date.now(), receives: 0 }),
        take: (most) => {
          const taken = waiting.slice(0, most).map((one) => ({ ...one, receives: one.receives + 1 }));
          waiting = waiting.slice(taken.length);
          const spent = (one: Message) =>
            RedrivePolicy !== undefined && one.receives > RedrivePolicy.maxReceiveCount;
          for (const one of taken.filter(spent))
            byArn(RedrivePolicy?.deadLetterTargetArn ?? '').send(one.body);
          return taken.filter((one) => !spent(one));
        },
        giveBack: (messages) => messages.forEach(put),
        peek: () => [...waiting],
        clear: () => {
          waiting = [];
        },
        onSend: (listener) => {
          listeners.push(listener);
        },
      };
      return queue;
    });
  const sources = template.all('AWS::SQS::Queue', properties);
  const redrive = (deadLetters: LocalQueue): number => {
    const letters = deadLetters.peek();
    const source = sources.find(
      ({ properties: { RedrivePolicy } }) => RedrivePolicy?.deadLetterTargetArn === deadLetters.arn,
    );
    const to = all.find(({ name }) => name === source?.id);
    deadLetters.clear();
    for (const { body } of letters) to?.send(body);
    return letters.length;
  };
  return { all, byArn, redrive };
};
