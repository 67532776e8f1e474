import type { FunctionSystem } from '../store/function-system.ts';
import { containerOf } from './container.ts';
import { directorySnapshot } from './listings/directory-snapshot.ts';

/**
 * Makes the dependencies of the functions that search. Separate from the other dependencies, because the code of the
 * search would make every bundle a tenth larger.
 */
export const searchContainerOf = (functionSystem: FunctionSystem) => {
  const container = containerOf(functionSystem);
  return { ...container, snapshot: directorySnapshot(container) };
};
