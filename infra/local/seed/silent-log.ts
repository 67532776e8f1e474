import type { Log } from '../../../functions/platform/log.ts';

/** Nobody reads the log of what is only told as if it had happened. */
export const silentLog: Log = { event: () => undefined, surprise: () => undefined };
