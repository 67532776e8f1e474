import { environment, settings } from '../platform/environment.ts';
import { functionObjects } from '../platform/objects/function-objects.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { publishedFiles } from '../store/published-files.ts';
import { containerOf } from './container.ts';
import { directorySnapshot } from './listings/directory-snapshot.ts';

/**
 * Makes the dependencies of the functions that search. Separate from the other dependencies, because the code of the
 * search would make every bundle a tenth larger.
 */
export const searchContainerOf = (functionSystem: FunctionSystem) => {
  const container = containerOf(functionSystem);
  const { BUCKET_NAME } = environment({ BUCKET_NAME: settings.BUCKET_NAME });
  const files = publishedFiles({
    objects: functionObjects(BUCKET_NAME),
    systemId: functionSystem.system.id,
    clock: container.clock,
  });
  return { ...container, files, snapshot: directorySnapshot({ ...container, files }) };
};
