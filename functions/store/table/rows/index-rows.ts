import * as z from 'zod';
import { rowsOfKind } from '../rows-of-kind.ts';

/**
 * Says that a record holds an address, a number or a word, or belongs to a practitioner or request. The key contains
 * hashes and ids only. The record decides whether it still does.
 */
export const indexRows = rowsOfKind({
  kind: 'index',
  schema: z.strictObject({
    /** Key of the record, without its system. */
    of: z.strictObject({ pk: z.string(), sk: z.string() }),
    /** Epoch seconds after which the record itself has been deleted; absent for records that stay. */
    expiresAtSeconds: z.number().int().optional(),
  }),
  personal: [],
});
