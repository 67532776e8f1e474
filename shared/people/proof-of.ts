import type { OrganisationDomain } from './organisation-domain.ts';
import type { OrganisationPerson } from './organisation-person.ts';
import { domainProof } from './domain-proof.ts';
import { isOfOrganisation, isPersonOf, isSameAddress } from './is-confirmed-for.ts';
import type { Practitioner } from './practitioner.ts';
import type { Vouch } from './vouch.ts';

/** What shows that a DPP works where they say. */
export type ProofKind = NonNullable<Practitioner['proof']>['kind'];

/** What the team has confirmed about an organisation, and what was asked about a DPP. */
export interface ProofFacts {
  readonly domains: readonly OrganisationDomain[];
  readonly people: readonly OrganisationPerson[];
  readonly vouches: readonly Vouch[];
}

/** Who was named by an address for a question about a DPP. */
type Named = Pick<Practitioner, 'email' | 'organisation'>;

/**
 * Lists the people who may vouch for a DPP: confirmed for the organisation or its owner, and not the DPP. Somebody who is
 * confirmed in two roles is asked once.
 */
export const vouchersFor = (
  { email, organisation }: Named,
  people: readonly OrganisationPerson[],
): readonly OrganisationPerson[] =>
  people
    .filter((person) => !isSameAddress(person.email, email) && isPersonOf(organisation, person))
    .filter(
      (person, index, all) => all.findIndex((other) => isSameAddress(other.email, person.email)) === index,
    );

/**
 * Finds the proof that a DPP works where they say: an address at a domain confirmed for the organisation, or the word of
 * a person who is still confirmed there. Undefined if there is neither.
 */
export const proofOf = (
  practitioner: Named,
  { domains, people, vouches }: ProofFacts,
): Exclude<ProofKind, 'team'> | undefined => {
  if (domainProof(practitioner.email, practitioner.organisation, domains) !== undefined) return 'domain';
  const may = vouchersFor(practitioner, people);
  return vouches.some(
    ({ answer, personId, organisationId }) =>
      answer === 'yes' &&
      isOfOrganisation(practitioner.organisation, organisationId) &&
      may.some((person) => person.id === personId && person.organisationId === organisationId),
  )
    ? 'voucher'
    : undefined;
};
