import * as z from 'zod';
import { instantSchema } from '../../../../shared/kernel/time.ts';
import { rowsOfKind } from '../rows-of-kind.ts';

const mentionSchema = z.strictObject({
  noun: z.enum(['practitioner', 'request']),
  id: z.string(),
  at: instantSchema,
});
export type Mention = z.infer<typeof mentionSchema>;

/** A listing or a request whose free text may name somebody who was erased: ids only, for the team to look at. */
export const mentionRows = rowsOfKind({ kind: 'mention', schema: mentionSchema, personal: [] });
