import * as z from 'zod';
import { rowsOfKind } from '../rows-of-kind.ts';

/** A claim to an e-mail address or a registration number; the key holds its hash. */
export const uniqueRows = rowsOfKind({
  kind: 'unique',
  schema: z.strictObject({ practitionerId: z.string() }),
  personal: [],
});
