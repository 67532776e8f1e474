import * as z from 'zod';
import { instantSchema } from '../kernel/time.ts';
import { placeSchema } from '../reference/vocabulary.ts';

export const organisationSchema = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  place: placeSchema,
  /** The NMP lead who gets the organisation's digest; absent until somebody names one. */
  leadName: z.string().optional(),
  leadEmail: z.string().optional(),
  digests: z.boolean(),
  createdAt: instantSchema,
});
/** An employer or practice that learners come from or DPPs work in. */
export type Organisation = z.infer<typeof organisationSchema>;

/** A name → the id under which the organisation is filed: lower case without accents, words joined by hyphens. */
export const organisationIdOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
