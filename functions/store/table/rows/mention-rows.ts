import * as z from 'zod';
import { instantSchema } from '../../../../shared/kernel/time.ts';
import { rowsOfKind } from '../rows-of-kind.ts';

const mentionSchema = z.strictObject({
  noun: z.enum(['practitioner', 'request']),
  id: z.string(),
  at: instantSchema,
});
export type Mention = z.infer<typeof mentionSchema>;

/**
 * The id of a listing or request that the team should review, because its free text may name somebody who was
 * erased.
 */
export const mentionRows = rowsOfKind({ kind: 'mention', schema: mentionSchema, personal: [] });
