import * as z from 'zod';
import { instantSchema } from '../../../../shared/kernel/time.ts';
import { rowsOfKind } from '../rows-of-kind.ts';

/** A schedule's run that happened: makes repeating it change nothing. */
export const runRows = rowsOfKind({
  kind: 'run',
  schema: z.strictObject({ at: instantSchema, count: z.number().int() }),
  personal: [],
});
