import type { Log } from './log.ts';

/**
 * A function that nobody waits for, so that what it throws tells only that it failed: Lambda writes an error's message
 * into the log, and a message may quote a row or an event. The log has its kind and its places.
 */
export const quietly =
  <Event, Answer>(
    log: Pick<Log, 'surprise'>,
    handler: (event: Event) => Promise<Answer>,
  ): ((event: Event) => Promise<Answer>) =>
  async (event) => {
    try {
      return await handler(event);
    } catch (error) {
      log.surprise('function-failed', error);
      throw new Error('function-failed');
    }
  };
