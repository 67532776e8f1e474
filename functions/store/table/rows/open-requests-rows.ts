import * as z from 'zod';
import { rowsOfKind } from '../rows-of-kind.ts';

/** The requests of one address, which the key holds as a hash. */
export const openRequestsRows = rowsOfKind({
  kind: 'open-requests',
  schema: z.strictObject({ version: z.number().int(), requestIds: z.array(z.string()) }),
  personal: [],
});
