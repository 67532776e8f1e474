import * as z from 'zod';
import { instantSchema } from '../../../../shared/kernel/time.ts';
import { rowsOfKind } from '../rows-of-kind.ts';

/** An e-mail address to which some or all messages must not be sent. The key contains the hash of the address. */
export const suppressionRows = rowsOfKind({
  kind: 'suppression',
  schema: z.strictObject({ reason: z.enum(['bounced', 'complained', 'unsubscribed']), at: instantSchema }),
  personal: [],
});
