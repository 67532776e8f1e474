import * as z from 'zod';

/** The queues of long runs, which schedules feed, and the runs themselves. */
const jobQueues = ['jobs', 'reconciliation', 'retention', 'figures'] as const;

export type JobQueue = (typeof jobQueues)[number];

/** The queues that functions read. Changed rows feed the first three. */
export const changeQueues = ['match', 'mail', 'publish', ...jobQueues] as const;

export type ChangeQueue = (typeof changeQueues)[number];

/** Id of the system; left out by a deployment whose rows carry none because it has only one. */
const system = z.string().min(1).exactOptional();

/**
 * The place of a change in the table's stream. A change may be announced again, and later than changes after it:
 * readers look at the row itself.
 */
const change = {
  /** Sequence number in the stream, which grows with every change of one row. */
  position: z.string().regex(/^\d{1,40}$/u),
  /** Time of the change. */
  changedAt: z.iso.datetime(),
};

/** A request has vacant seats. */
export const matchMessageSchema = z.object({ system, requestId: z.string().min(1), ...change });

/** An e-mail waits in the outbox. */
export const mailMessageSchema = z.object({ system, emailId: z.string().min(1) });

/** A row from which public files are built was written or deleted. `kind` is the row's kind, `id` that of its noun. */
export const publishMessageSchema = z.object({
  system,
  kind: z.string().min(1),
  id: z.string().exactOptional(),
  ...change,
});

/** A part of a long run is due. The run itself knows where it goes on. */
export const jobMessageSchema = z.object({ system, job: z.string().min(1) });

export type MatchMessage = z.infer<typeof matchMessageSchema>;
export type MailMessage = z.infer<typeof mailMessageSchema>;
export type PublishMessage = z.infer<typeof publishMessageSchema>;
export type JobMessage = z.infer<typeof jobMessageSchema>;
