import * as z from 'zod';
import { instantSchema } from '../../../../shared/kernel/time.ts';
import { rowsOfKind } from '../rows-of-kind.ts';

/** Records that a scheduled run has happened, so that repeating it changes nothing. */
export const runRows = rowsOfKind({
  kind: 'run',
  schema: z.strictObject({ at: instantSchema, count: z.number().int() }),
  personal: [],
});
