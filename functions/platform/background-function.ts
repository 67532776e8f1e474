import { accepted, refused } from '../../shared/kernel/result.ts';
import type { Log } from './log.ts';

/**
 * Wraps a handler that runs in the background. Lambda logs the message of a thrown error, which may quote a row or an
 * event, so the original error is logged by kind and place only and a neutral one is thrown.
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
    // No `cause`: the runtime would log its message.
    if (!outcome.ok) throw new Error(outcome.refusal);
    return outcome.value;
  };
