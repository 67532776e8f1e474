import * as z from 'zod';
import { instantSchema } from '../kernel/time.ts';
import { organisationRefSchema, placeSchema } from '../reference/vocabulary.ts';

export const organisationSchema = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  place: placeSchema,
  /** Code in the system's list of organisations, if it is there. */
  code: z.string().exactOptional(),
  employer: organisationRefSchema.shape.employer,
  /** Id of the organisation that the programme team found to be the same. What referred to this one moves there. */
  mergedInto: z.string().exactOptional(),
  /** Time at which the team found that it is in no list and is no other organisation. */
  identifiedAt: instantSchema.exactOptional(),
  /** The prescribing lead. Versions up to 0.3.0 also stored one whom nobody had confirmed. */
  leadName: z.string().optional(),
  leadEmail: z.string().optional(),
  /**
   * Time since which the lead is confirmed, by the team or a domain and by confirming their own address. Without it,
   * nobody receives the digest or opens the page of the organisation.
   */
  leadConfirmedAt: instantSchema.exactOptional(),
  /** Number of open requests for learners without a number that the lead allows at once. */
  learnersAtOnce: z.number().int().exactOptional(),
  digests: z.boolean(),
  createdAt: instantSchema,
});
/** An employer of learners, or a practice in which DPPs work. */
export type Organisation = z.infer<typeof organisationSchema>;

/** Id of an organisation, from its name: lower case without accents, words joined by hyphens. */
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
