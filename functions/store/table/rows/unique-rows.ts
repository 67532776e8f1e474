import * as z from 'zod';
import { rowsOfKind } from '../rows-of-kind.ts';

/**
 * A practitioner's claim to an e-mail address or a registration number, in all systems of the deployment. The key contains the hash of this
 * address or number.
 */
export const uniqueRows = rowsOfKind({
  kind: 'unique',
  schema: z.strictObject({
    practitionerId: z.string(),
    /** Id of the system in which the practitioner is listed. */
    system: z.string().exactOptional(),
  }),
  personal: [],
});
