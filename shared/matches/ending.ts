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

/** Words of the side that ended a match early. Rows before 0.5.0 do not have them. */
export const endingSchema = z.strictObject({
  by: z.enum(['practitioner', 'requester']),
  cause: endCauseIdSchema,
  /** Hours that were done until then. */
  hoursDone: quarterHours().min(0),
});
export type Ending = z.infer<typeof endingSchema>;
