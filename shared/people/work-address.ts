import { domainOf, isNhsDomain, mayProve } from './mail-domain.ts';
import type { OrganisationDomain } from './organisation-domain.ts';

/**
 * Whether an address belongs to somebody who works for the NHS or for an organisation of which the team has confirmed
 * the domain. Says nothing about which organisation it is.
 * @param domains confirmed domains, of any organisation
 */
export const isWorkAddress = (address: string, domains: readonly OrganisationDomain[]): boolean => {
  const domain = domainOf(address);
  return isNhsDomain(domain) || (mayProve(domain) && domains.some((row) => row.domain === domain));
};
