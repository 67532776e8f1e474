import * as z from 'zod';
import { instantSchema } from '../kernel/time.ts';

/** A lead approves applications to prescribing courses; a voucher says who works there. A lead may vouch too. */
export const organisationRoles = ['lead', 'voucher'] as const;
export const organisationRoleSchema = z.enum(organisationRoles);
export type OrganisationRole = z.infer<typeof organisationRoleSchema>;

/**
 * - `proposed`: somebody named the person; the team has not decided
 * - `confirmed`: the team knows that the person holds the role
 * - `replaced`: somebody else holds the role now
 * - `refused`: the team found that the person does not hold the role, or holds it no longer
 */
export const organisationPersonStates = ['proposed', 'confirmed', 'replaced', 'refused'] as const;
export type OrganisationPersonState = (typeof organisationPersonStates)[number];

export const organisationPersonSchema = z.strictObject({
  /** Made from organisation, role and address: see `organisationPersonId`. */
  id: z.string(),
  version: z.number().int(),
  organisationId: z.string(),
  role: organisationRoleSchema,
  name: z.string(),
  email: z.string(),
  state: z.enum(organisationPersonStates),
  /** The record whose author named the person, such as "request#r1"; absent if the team did. */
  proposedBy: z.string().exactOptional(),
  proposedAt: instantSchema,
  /** Names the evidence that the team recorded: "called on the telephone number of the public register". */
  how: z.string().exactOptional(),
  /** Time at which the person confirmed that the address is theirs. A lead without it receives nothing. */
  addressConfirmedAt: instantSchema.exactOptional(),
  /** The domain that confirmed the person instead of the team. */
  byDomain: z.string().exactOptional(),
  /** The member of the team who confirmed, replaced or refused the person. */
  decidedBy: z.string().exactOptional(),
  decidedAt: instantSchema.exactOptional(),
});

/** A person who is named as lead or voucher of an organisation, and what the programme team decided about that. */
export type OrganisationPerson = z.infer<typeof organisationPersonSchema>;
