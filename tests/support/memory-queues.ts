import type { Queues } from '../../functions/platform/queues/queues.ts';

/** Queues in memory, which refuse the messages for which `refuses` is true. `sent` lists what each holds. */
export const memoryQueues = (
  names: readonly string[],
  refuses: (queue: string, body: string) => boolean = () => false,
): Queues & { readonly sent: (queue: string) => readonly unknown[] } => {
  const held = new Map<string, string[]>(names.map((name) => [name, []]));
  return {
    sent: (queue) => (held.get(queue) ?? []).map((body): unknown => JSON.parse(body)),
    has: (queue) => held.has(queue),
    send: (queue, messages) => {
      const failed: string[] = [];
      for (const { id, body } of messages)
        if (refuses(queue, body)) failed.push(id);
        else held.get(queue)?.push(body);
      return Promise.resolve(failed);
    },
  };
};
