import * as z from 'zod';
import { instantSchema } from '../../../../shared/kernel/time.ts';
import { rowsOfKind } from '../rows-of-kind.ts';

/** A field's value in words; null if it was or is empty. */
const value = z.string().nullable();

const changedValuesSchema = z.strictObject({
  at: instantSchema,
  /** Names each changed field, with its value before and after the change. */
  values: z.record(z.string(), z.strictObject({ before: value, after: value })),
  /** Name of the member of the team who decided. */
  by: z.string().exactOptional(),
  /** The reason, in their words. */
  why: z.string().exactOptional(),
});
export type ChangedValues = z.infer<typeof changedValuesSchema>;

/**
 * The personal values of a listing or request before and after a change, and the words of a decision by the team. A row of
 * its own, so that an erasure deletes the values and words and keeps the audit, which has codes and ids only.
 */
export const changedValuesRows = rowsOfKind({
  kind: 'changed-values',
  schema: changedValuesSchema,
  personal: ['values', 'by', 'why'],
});
