import * as z from 'zod';
import { quarterHours } from '../kernel/quarter-hours.ts';

/** Ids of the reasons why one match ends early; `end-causes.ts` has their words. */
const endCauseIds = [
  'broke-down',
  'no-contact',
  'dpp-ill',
  'dpp-moves',
  'employer',
  'not-signed-off',
  'suspended',
  'funding',
  'course-closed',
  'learner-left',
  'other',
] as const;
export const endCauseIdSchema = z.enum(endCauseIds);
export type EndCauseId = z.infer<typeof endCauseIdSchema>;

/** What the side that ended a match early said about it. Rows before 0.5.0 do not have it. */
export const endingSchema = z.strictObject({
  by: z.enum(['practitioner', 'requester']),
  cause: endCauseIdSchema,
  /** Hours that were done until then. */
  hoursDone: quarterHours().min(0),
});
export type Ending = z.infer<typeof endingSchema>;
