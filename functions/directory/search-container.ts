import { container as room } from './container.ts';
import { directorySnapshot } from './listings/directory-snapshot.ts';

/** What the functions that search the directory share. Apart, because the search is a tenth of such a function's size. */
export const searchContainer = { ...room, snapshot: directorySnapshot(room) };
