import { accepted, refused } from '../../shared/kernel/result.ts';
import type { Log } from './log.ts';

/**
 * A function that nobody waits for, so that what it throws tells only that it failed: Lambda writes an error's message
 * into the log, and a message may quote a row or an event. The log has its kind and its places.
 */
export const backgroundFunction =
  <Event, Answer>(
    log: Pick<Log, 'surprise'>,
    handler: (event: Event) => Promise<Answer>,
  ): ((event: Event) => Promise<Answer>) =>
  async (event) => {
    const outcome = await handler(event).then(accepted, (error: unknown) => {
      log.surprise('function-failed', error);
      return refused('function-failed');
    });
    // Without its cause on purpose: the runtime would write that out, message and all.
    if (!outcome.ok) throw new Error(outcome.refusal);
    return outcome.value;
  };
