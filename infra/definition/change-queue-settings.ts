import type { ChangeQueue, JobQueue } from '../../shared/contracts/change-queues.ts';

interface QueueSettings {
  /** Maximum number of messages in one run of the reader. */
  readonly messagesARun: number;
  /** Seconds for which messages are collected before a run. */
  readonly windowSeconds: number;
  /** Maximum number of runs at once; AWS allows no less than two. */
  readonly runsAtOnce: number;
}

/** One message is a part of a run in one system, which may take minutes. */
const jobs: QueueSettings = { messagesARun: 1, windowSeconds: 0, runsAtOnce: 5 };

const ofJobs: Readonly<Record<JobQueue, QueueSettings>> = {
  jobs,
  reconciliation: jobs,
  retention: jobs,
  // Takes seconds in each system, every quarter of an hour.
  figures: { ...jobs, messagesARun: 10 },
};

/** Batch size, window in seconds and concurrency with which each queue is read. */
export const changeQueueSettings: Readonly<Record<ChangeQueue, QueueSettings>> = {
  match: { messagesARun: 10, windowSeconds: 0, runsAtOnce: 5 },
  mail: { messagesARun: 10, windowSeconds: 0, runsAtOnce: 10 },
  // Files are built from many changes at once, and at most every few seconds.
  publish: { messagesARun: 1_000, windowSeconds: 5, runsAtOnce: 2 },
  ...ofJobs,
};
