import * as z from 'zod';
import { instantSchema } from '../../../../shared/kernel/time.ts';
import { rowsOfKind } from '../rows-of-kind.ts';

/** An address that must not be written to; the key holds its hash. */
export const suppressionRows = rowsOfKind({
  kind: 'suppression',
  schema: z.strictObject({ reason: z.enum(['bounced', 'complained', 'unsubscribed']), at: instantSchema }),
  personal: [],
});
