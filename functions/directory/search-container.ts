import { container } from './container.ts';
import { directorySnapshot } from './listings/directory-snapshot.ts';

/**
 * Dependencies of the functions that search. Separate from the other dependencies, because the code of the search
 * would make every bundle a tenth larger.
 */
export const searchContainer = { ...container, snapshot: directorySnapshot(container) };
