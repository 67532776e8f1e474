import type { Trigger } from './polling-trigger.ts';

interface Parts {
  readonly triggers: readonly Pick<Trigger, 'drain' | 'worked'>[];
  readonly functions: {
    /** Whether no function runs or waits to run. */
    readonly idle: () => boolean;
    /** Number of invocations that have ended. */
    readonly ended: () => number;
  };
  readonly pause: () => Promise<void>;
}

/**
 * Waits until nothing is left to do: streams and queues are empty and no function runs. One quiet look is not enough,
 * because a function that ends while a queue is looked at may have written to a stream that was looked at before. So it
 * looks through all triggers until one round, from its beginning to its end, has found no work and no function that ran.
 */
export const settle = async ({ triggers, functions, pause }: Parts): Promise<void> => {
  const activity = (): number => triggers.reduce((sum, trigger) => sum + trigger.worked(), functions.ended());
  for (;;) {
    const before = activity();
    const wasIdle = functions.idle();
    for (const trigger of triggers) await trigger.drain();
    if (wasIdle && functions.idle() && activity() === before) return;
    if (!functions.idle()) await pause();
  }
};
