import type { Organisation } from './organisation.ts';
import type { Instant } from '../kernel/time.ts';
import type { OrganisationRef, Site } from '../reference/vocabulary.ts';

/** The prescribing lead of an employer, as a requester named them. */
interface Lead {
  readonly name: string;
  readonly email: string;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** An employer that nobody had named before. It has no lead and gets no digests yet. */
export const newOrganisation = (
  { id, name }: OrganisationRef,
  place: Site['place'],
  now: Instant,
): Organisation => ({
  id,
  version: 0,
  name,
  place,
  digests: false,
  createdAt: now,
});

/**
 * Files the prescribing lead that a requester named, unless there is one already. Digests go to a lead only when the
 * requester's own confirmed address is of the same domain: nobody can sign a stranger up.
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
