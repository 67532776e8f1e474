import { domainProof } from './domain-proof.ts';
import { organisationRef } from './organisation-ref.ts';
import type { Organisation } from './organisation.ts';
import type { OrganisationDomain } from './organisation-domain.ts';
import type { OrganisationPerson } from './organisation-person.ts';
import type { Instant } from '../kernel/time.ts';

/** What the team has confirmed about an organisation and its owner. */
interface Trust {
  readonly domains: readonly OrganisationDomain[];
  readonly people: readonly OrganisationPerson[];
}

/** A person and the organisation that they lead or do not lead, after a move. */
export interface Led {
  readonly person: OrganisationPerson;
  readonly organisation: Organisation;
}

/** Whether a person receives what is about the organisation: the team or a domain, and they themselves, confirmed it. */
export const isActiveLead = ({
  role,
  state,
  addressConfirmedAt,
}: Pick<OrganisationPerson, 'role' | 'state' | 'addressConfirmedAt'>): boolean =>
  role === 'lead' && state === 'confirmed' && addressConfirmedAt !== undefined;

/** Whether an organisation has a lead who receives its digest and may open its page. */
export const hasLead = ({ leadEmail, leadConfirmedAt }: Organisation): boolean =>
  leadEmail !== undefined && leadConfirmedAt !== undefined;

/** Makes a person the lead who receives the organisation's digest. */
export const ledBy = (
  organisation: Organisation,
  { name, email }: Pick<OrganisationPerson, 'name' | 'email'>,
  now: Instant,
): Organisation => ({
  ...organisation,
  leadName: name,
  leadEmail: email,
  leadConfirmedAt: now,
  digests: true,
});

/** Leaves an organisation without a lead: nobody receives its digest. */
export const withoutLead = ({
  leadName,
  leadEmail,
  leadConfirmedAt,
  learnersAtOnce,
  ...organisation
}: Organisation): Organisation => ({ ...organisation, digests: false });

/** Another lead of the same organisation whom the team or a domain has confirmed. */
export const otherLead = (
  { id, organisationId }: Pick<OrganisationPerson, 'id' | 'organisationId'>,
  people: readonly OrganisationPerson[],
): OrganisationPerson | undefined =>
  people.find(
    (one) =>
      one.role === 'lead' &&
      one.state === 'confirmed' &&
      one.organisationId === organisationId &&
      one.id !== id,
  );

/**
 * Says who confirms a named lead: a confirmed domain of the organisation or of its owner if their address is there and
 * nobody else is confirmed; otherwise only the team can.
 */
export const confirmingDomain = (
  person: OrganisationPerson,
  organisation: Organisation,
  { domains, people }: Trust,
): OrganisationDomain | undefined =>
  otherLead(person, people) === undefined
    ? domainProof(person.email, organisationRef(organisation), domains)
    : undefined;

/**
 * Records that a named lead has confirmed their address. They become the lead if the team has confirmed them, or if a
 * domain does; otherwise they wait for the team.
 */
export const withConfirmedAddress = (
  person: OrganisationPerson,
  organisation: Organisation,
  trust: Trust,
  now: Instant,
): Led => {
  const confirmed = { ...person, addressConfirmedAt: person.addressConfirmedAt ?? now };
  if (person.state === 'confirmed')
    return { person: confirmed, organisation: ledBy(organisation, person, now) };
  const domain = person.state === 'proposed' ? confirmingDomain(person, organisation, trust) : undefined;
  return domain === undefined
    ? { person: confirmed, organisation }
    : {
        person: {
          ...confirmed,
          state: 'confirmed',
          how: `has an address at ${domain.domain}, a confirmed domain of the organisation`,
          byDomain: domain.domain,
          decidedAt: now,
        },
        organisation: ledBy(organisation, person, now),
      };
};
