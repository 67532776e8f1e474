import * as z from 'zod';
import { instantSchema } from '../../../../shared/kernel/time.ts';
import { rowsOfKind } from '../rows-of-kind.ts';

/** Who did what, and when. `actor` names members of the programme team; `facts` may hold their words about somebody. */
export const auditRows = rowsOfKind({
  kind: 'audit',
  schema: z.strictObject({
    at: instantSchema,
    actor: z.string(),
    /** Noun and event: "offer-accepted". */
    action: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  personal: ['actor', 'facts'],
});
