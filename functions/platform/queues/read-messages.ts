import * as z from 'zod';
import type { Log } from '../log.ts';

const batchSchema = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });
const recordSchema = z.object({ body: z.string() });
const ofSystemSchema = z.object({ system: z.string().optional() });

/** A message of a queue. `messageId` names it in the reply to the queue. */
interface ReadMessage<Message> {
  readonly messageId: string;
  readonly message: Message;
}

interface ReadBatch<Message> {
  readonly messages: readonly ReadMessage<Message>[];
  /** Ids of the messages that could not be read. */
  readonly unreadable: readonly string[];
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Reads the messages of a queue's batch by the schema of the queue. Reports how many it refuses: they go to the dead
 * letters once they have been delivered in vain several times.
 */
export const readMessages = <Message>(
  schema: z.ZodType<Message>,
  event: unknown,
  log: Pick<Log, 'event'>,
): ReadBatch<Message> => {
  const messages: ReadMessage<Message>[] = [];
  const unreadable: string[] = [];
  for (const { messageId, body } of batchSchema.parse(event).Records) {
    const read = schema.safeParse(jsonOf(body));
    if (read.success) messages.push({ messageId, message: read.data });
    else unreadable.push(messageId);
  }
  if (unreadable.length > 0) log.event('messages-unreadable', { count: unreadable.length });
  return { messages, unreadable };
};

/** Reads the id of the system that a message is about; undefined if it names none. */
export const systemOfMessage = (record: unknown): string | undefined => {
  const { data } = recordSchema.safeParse(record);
  return ofSystemSchema.safeParse(jsonOf(data?.body ?? '')).data?.system;
};
