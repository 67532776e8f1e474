import * as z from 'zod';
import { figuresSchema } from '../../../../shared/digest/figures.ts';
import { scopeSchema } from '../../../../shared/digest/scope.ts';
import { instantSchema } from '../../../../shared/kernel/time.ts';
import { keys } from '../keys.ts';
import { nounRows } from '../noun-rows.ts';

const digestRunSchema = z.strictObject({
  /** Week and scope: "2026-W47#north-shore". */
  id: z.string(),
  version: z.number().int(),
  scope: scopeSchema,
  at: instantSchema,
  figures: figuresSchema,
  /** Figures of the previous digest, if any. */
  previous: figuresSchema.optional(),
});
/** The figures of one digest, counted once. The e-mail and the page both show this row, so they always agree. */
export type DigestRun = z.infer<typeof digestRunSchema>;

export const digestRunRows = nounRows({
  kind: 'digest-run',
  schema: digestRunSchema,
  key: ({ id }) => keys.digestRun(id),
  list: () => undefined,
  personal: [],
});
