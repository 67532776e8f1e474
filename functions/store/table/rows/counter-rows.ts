import * as z from 'zod';
import { rowsOfKind } from '../rows-of-kind.ts';

/** An exact counter. Only the table's own change `count` writes it. */
export const counterRows = rowsOfKind({
  kind: 'counter',
  schema: z.strictObject({ count: z.number().int(), expiresAtSeconds: z.number().int().optional() }),
  personal: [],
});
