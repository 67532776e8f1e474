import * as z from 'zod';
import { systemOfKey } from './table/keys.ts';

const recordSchema = z.object({
  dynamodb: z.object({ Keys: z.object({ pk: z.object({ S: z.string() }) }) }),
});

/**
 * Returns the id of the system to which a changed row of the table's stream belongs; undefined for a row of the whole
 * deployment.
 */
export const systemOfRecord = (record: unknown): string | undefined =>
  systemOfKey(recordSchema.parse(record).dynamodb.Keys.pk.S);
