import * as z from 'zod';
import { instantSchema } from '../../../../shared/kernel/time.ts';
import { rowsOfKind } from '../rows-of-kind.ts';

const erasureSchema = z.strictObject({
  noun: z.enum(['practitioner', 'request']),
  id: z.string(),
  at: instantSchema,
});
export type Erasure = z.infer<typeof erasureSchema>;

/** Records that somebody was erased. Contains the id only. */
export const erasureRows = rowsOfKind({ kind: 'erasure', schema: erasureSchema, personal: [] });
