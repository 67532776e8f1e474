import * as z from 'zod';
import { rowsOfKind } from '../rows-of-kind.ts';

/** The ids of the requests of one e-mail address. The key contains the hash of the address. */
export const openRequestsRows = rowsOfKind({
  kind: 'open-requests',
  schema: z.strictObject({ version: z.number().int(), requestIds: z.array(z.string()) }),
  personal: [],
});
