import type { Log } from '../../../functions/platform/log.ts';

/** A log that discards everything, for events that the seed only simulates. */
export const silentLog: Log = { event: () => undefined, surprise: () => undefined };
