import type { Queues } from '../../functions/platform/queues/queues.ts';
import { type Actor, type Engine, Fault } from './engine.ts';
import type { Dice } from './dice.ts';

export interface QueuedMessage {
  readonly messageId: string;
  readonly body: string;
}

/** Names of the queues that simulated functions read. */
export const readQueues = ['mail', 'match', 'publish'] as const;
export type ReadQueue = (typeof readQueues)[number];

const isRead = (queue: string): queue is ReadQueue => readQueues.some((one) => one === queue);

const REFUSED = 0.02;

/** What a message is about, and the place in the stream of the change that it announces. */
const subjectOf = (body: string): { readonly id: string; readonly position: number } => {
  const read = JSON.parse(body) as {
    emailId?: string;
    requestId?: string;
    id?: string;
    position?: string;
  };
  return { id: read.emailId ?? read.requestId ?? read.id ?? '', position: Number(read.position ?? Infinity) };
};

/**
 * The queues between the dispatcher and the functions that match and send. They accept a message or refuse it, deliver
 * messages in any order and sometimes twice, and keep those whose reader failed.
 */
export const simulatedQueues = (engine: Pick<Engine, 'call'>, hasFiles: boolean) => {
  const has = (queue: string): queue is ReadQueue => isRead(queue) && (hasFiles || queue !== 'publish');
  const waiting: Record<ReadQueue, QueuedMessage[]> = { mail: [], match: [], publish: [] };
  /** Highest position of the changes that a reader has dealt with, by queue and id. */
  const handled = new Map<string, number>();
  let number = 0;
  let troubled = true;

  const put = (queue: ReadQueue, body: string, dice: Dice): void => {
    for (let copies = troubled && dice.happens(0.1) ? 2 : 1; copies > 0; copies -= 1) {
      number += 1;
      const place = dice.below(waiting[queue].length + 1);
      waiting[queue].splice(place, 0, { messageId: `message-${String(number)}`, body });
    }
  };

  return {
    queuesFor: (actor: Actor): Queues => ({
      has,
      send: (queue, messages) =>
        engine.call(actor, () => {
          const { dice } = actor;
          if (!has(queue)) throw new Fault(`there is no queue ${queue}`);
          const refused = messages.filter(() => troubled && dice.happens(REFUSED));
          if (refused.length > 0) actor.faults += 1;
          for (const one of messages) if (!refused.includes(one)) put(queue, one.body, dice);
          return Promise.resolve(refused.map(({ id }) => id));
        }),
    }),
    has,
    waiting: (queue: ReadQueue): number => waiting[queue].length,
    take: (queue: ReadQueue, most: number): readonly QueuedMessage[] => waiting[queue].splice(0, most),
    /** Returns the messages whose reader failed or crashed, behind those that wait. */
    giveBack: (queue: ReadQueue, messages: readonly QueuedMessage[]): void =>
      void waiting[queue].push(...messages),
    /** Records that a reader has dealt with messages, which are then deleted. */
    done: (queue: ReadQueue, messages: readonly QueuedMessage[]): void => {
      for (const { body } of messages) {
        const { id, position } = subjectOf(body);
        const key = `${queue} ${id}`;
        handled.set(key, Math.max(position, handled.get(key) ?? 0));
      }
    },
    /** Whether a reader has dealt with an announcement of this change or of a later one of the same row. */
    hasHandled: (queue: ReadQueue, id: string, position: number): boolean =>
      (handled.get(`${queue} ${id}`) ?? 0) >= position,
    /** Ends refusals and double deliveries. */
    calm: (): void => {
      troubled = false;
    },
  };
};

export type SimulatedQueues = ReturnType<typeof simulatedQueues>;
