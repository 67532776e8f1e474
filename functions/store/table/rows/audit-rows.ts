import * as z from 'zod';
import { instantSchema } from '../../../../shared/kernel/time.ts';
import { rowsOfKind } from '../rows-of-kind.ts';

/**
 * A record of each change: who made it, and when. Holds codes, ids and a key of the actor. Rows of versions before 0.4.0
 * may hold the name of a member of the team as `actor`, and their words about somebody in `facts`.
 */
export const auditRows = rowsOfKind({
  kind: 'audit',
  schema: z.strictObject({
    at: instantSchema,
    actor: z.string(),
    /** Entity and event of the change: "offer-accepted". */
    action: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  personal: ['actor', 'facts'],
});
