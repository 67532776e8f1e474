import { accepted, refused } from '../../shared/kernel/result.ts';
import type { Log } from './log.ts';

/**
 * Wraps a handler that runs in the background. Logs only the kind and place of an error and throws a neutral error
 * instead, because Lambda logs the message of a thrown error, which may quote personal data from a row or an event.
 *
 * @throws Error `function-failed` if the handler throws
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
    // Sets no `cause`, because the runtime would log the message of the cause, which may contain personal data.
    if (!outcome.ok) throw new Error(outcome.refusal);
    return outcome.value;
  };
