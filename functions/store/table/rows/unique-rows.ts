import * as z from 'zod';
import { rowsOfKind } from '../rows-of-kind.ts';

/**
 * A practitioner's claim to an e-mail address or a registration number. The key contains the hash of this
 * address or number.
 */
export const uniqueRows = rowsOfKind({
  kind: 'unique',
  schema: z.strictObject({ practitionerId: z.string() }),
  personal: [],
});
