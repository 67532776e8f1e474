import type { JobMessage, JobQueue } from '../../../shared/contracts/change-queues.ts';
import type { Queues } from '../../platform/queues/queues.ts';

interface Deps {
  readonly systemIds: () => Promise<readonly string[]>;
  readonly queues: Pick<Queues, 'send'>;
  readonly queue: JobQueue;
}

/**
 * Asks for a run in every system: one message each, so that systems do not wait for each other.
 * @param job name of the run
 * @throws if a message was not accepted, so that the schedule tries again; a run that is asked for twice does nothing
 *   twice
 */
export const startRun =
  ({ systemIds, queues, queue }: Deps, job: string) =>
  async (): Promise<void> => {
    const messages = (await systemIds()).map((system) => ({
      id: system,
      body: JSON.stringify({ system, job } satisfies JobMessage),
    }));
    const refused = await queues.send(queue, messages);
    if (refused.length > 0) throw new Error('the run could not be asked for in some systems');
  };
