import { contextWithoutHistory, type JudgeContext } from '../../../shared/matching/query/seat-query.ts';
import { systemClock } from '../../platform/clock.ts';
import { environment, settings } from '../../platform/environment.ts';
import { functionObjects } from '../../platform/objects/function-objects.ts';
import type { FunctionSystem } from '../../store/function-system.ts';
import { publishedFiles } from '../../store/published-files.ts';
import { publishedSupply } from './matching-supply.ts';

/**
 * Gives a function the supply of one system. Separate from the containers, because few functions need the bucket.
 * @param memory reads what a ranking knows of the past; a function that ranks nobody needs none
 */
export const functionSupply = (
  { system, table }: FunctionSystem,
  memory: () => Promise<JudgeContext> = () => Promise.resolve(contextWithoutHistory(system)),
) => {
  const { BUCKET_NAME } = environment({ BUCKET_NAME: settings.BUCKET_NAME });
  const clock = systemClock;
  return publishedSupply({
    system,
    table,
    clock,
    // Asks each time: a request that comes right after a change of the supply would otherwise wait for the next sweep.
    files: publishedFiles({ objects: functionObjects(BUCKET_NAME), systemId: system.id, clock, freshMs: 0 }),
    memory,
  });
};
