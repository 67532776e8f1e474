import * as z from 'zod';
import { instantSchema } from '../../../../shared/kernel/time.ts';
import { keys } from '../keys.ts';
import { nounRows } from '../noun-rows.ts';

const runProgressSchema = z.strictObject({
  /** The run and its day: "daily#2026-11-21". */
  id: z.string(),
  version: z.number().int(),
  at: instantSchema,
  /** Position of the step that the run is in; undefined if the run is complete. */
  step: z.number().int().optional(),
  /** Position of the list within the step. */
  list: z.number().int(),
  /** Position in the list after which the run goes on; from its start if absent. */
  after: z.string().optional(),
  /** Counts of the run so far, by code; none if absent. */
  counts: z.record(z.string(), z.number().int()).optional(),
});
/** Position of a run that works in pages. A run that was stopped goes on from it. */
export type RunProgress = z.infer<typeof runProgressSchema>;

export const runProgressRows = nounRows({
  kind: 'run-progress',
  schema: runProgressSchema,
  key: ({ id }) => keys.runProgress(id),
  list: () => undefined,
  personal: [],
});
