import { container } from './container.ts';
import { directorySnapshot } from './listings/directory-snapshot.ts';

/** Dependencies of the functions that search. Separate, because the search is a tenth of their bundles. */
export const searchContainer = { ...container, snapshot: directorySnapshot(container) };
