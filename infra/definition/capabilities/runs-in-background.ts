import type { Capability } from './capability.ts';

/** Whether a function is started by a schedule, the table's stream or a queue, and therefore has dead letters. */
export const runsInBackground = ({ timing, rows, reads, readsMailEvents }: Capability): boolean =>
  (timing ?? rows ?? reads ?? readsMailEvents) !== undefined;
