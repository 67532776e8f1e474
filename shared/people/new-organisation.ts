import { codeOfOrganisation } from './code-of-organisation.ts';
import type { Organisation } from './organisation.ts';
import { domainOf } from './mail-domain.ts';
import type { Instant } from '../kernel/time.ts';
import type { OrganisationRef, Site } from '../reference/vocabulary.ts';

/** An employer's prescribing lead as named by a requester. */
interface Lead {
  readonly name: string;
  readonly email: string;
}

/** An employer named for the first time, without a lead and without digests. */
export const newOrganisation = (
  { id, name, employer }: OrganisationRef,
  place: Site['place'],
  now: Instant,
): Organisation => {
  const code = codeOfOrganisation({ id });
  return {
    id,
    version: 0,
    name,
    place,
    ...(code === undefined ? {} : { code }),
    ...(employer === undefined ? {} : { employer }),
    digests: false,
    createdAt: now,
  };
};

/**
 * Stores the prescribing lead whom a requester named, unless the organisation already has one. Enables
 * digests only if the lead's address has the same domain as the requester's confirmed address, so that nobody
 * can subscribe a stranger.
 */
export const withLead = (
  organisation: Organisation,
  lead: Lead | undefined,
  requester: string,
): Organisation =>
  lead === undefined || organisation.leadEmail !== undefined
    ? organisation
    : {
        ...organisation,
        leadName: lead.name,
        leadEmail: lead.email,
        digests: domainOf(lead.email) === domainOf(requester),
      };
