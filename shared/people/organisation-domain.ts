import * as z from 'zod';
import { instantSchema } from '../kernel/time.ts';

export const organisationDomainSchema = z.strictObject({
  organisationId: z.string(),
  /** Domain of e-mail addresses, in lower case: "harbour.example". */
  domain: z.string(),
  /** Whether DPPs with an address there are listed before the register check, marked "not yet checked". */
  listsAtOnce: z.boolean(),
  /** The member of the team who confirmed it. */
  by: z.string(),
  at: instantSchema,
  /** How the team knows that the domain belongs to the organisation. */
  note: z.string(),
});

/** A domain of which the programme team has confirmed that only people of one organisation have addresses there. */
export type OrganisationDomain = z.infer<typeof organisationDomainSchema>;
