import * as z from 'zod';
import { instantSchema } from '../../../../shared/kernel/time.ts';
import { rowsOfKind } from '../rows-of-kind.ts';

/**
 * A record of each change: who made it, and when. Contains personal data: `actor` may name a member of the
 * programme team, and `facts` may quote what they wrote about somebody.
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
