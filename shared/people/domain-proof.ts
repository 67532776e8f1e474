import type { OrganisationRef } from '../reference/vocabulary.ts';
import { isOfOrganisation } from './is-confirmed-for.ts';
import { domainOf, mayProve } from './mail-domain.ts';
import type { OrganisationDomain } from './organisation-domain.ts';

/**
 * Finds the confirmed domain by which an address proves that its owner works for an organisation; undefined if it proves
 * nothing. A shared or free domain never proves anything, even if a row says so. A subdomain of a confirmed domain is
 * another domain.
 * @param domains the domains confirmed for the organisation and for its owner
 */
export const domainProof = (
  address: string,
  organisation: Pick<OrganisationRef, 'id' | 'employer'>,
  domains: readonly OrganisationDomain[],
): OrganisationDomain | undefined => {
  const domain = domainOf(address);
  return mayProve(domain)
    ? domains.find((row) => row.domain === domain && isOfOrganisation(organisation, row.organisationId))
    : undefined;
};
