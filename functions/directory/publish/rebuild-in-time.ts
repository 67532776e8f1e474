import type { Log } from '../../platform/log.ts';
import type { publishSupply } from './publish-supply.ts';

/**
 * Rebuilds the files of a system if that is due. Logs how many changes they should have contained for a minute already,
 * which raises an alarm: the queue of changes is slow, or its reader fails.
 */
export const rebuildInTime =
  ({ tick }: Pick<ReturnType<typeof publishSupply>, 'tick'>, log: Pick<Log, 'event'>) =>
  async (): Promise<void> => {
    const { late } = await tick();
    if (late > 0) log.event('files-behind', { count: late });
  };
