import { isConfirmedFor } from '../../../shared/people/is-confirmed-for.ts';
import { domainOf, isNhsDomain } from '../../../shared/people/mail-domain.ts';
import { isWorkAddress } from '../../../shared/people/work-address.ts';
import type { OrganisationRef } from '../../../shared/reference/vocabulary.ts';
import type { OrganisationTrustRepository } from '../../store/repositories/organisation-trust-repository.ts';

/** What is known about who has an address. */
export interface KnownAddress {
  /** Whether it is at an NHS domain or at one that the team has confirmed for some organisation. */
  readonly hasWorkAddress: boolean;
  /** Whether the team has confirmed its owner as lead or voucher of the organisation, or of the organisation's owner. */
  readonly isConfirmed: boolean;
  /** Whether the team has confirmed its owner as the prescribing lead. */
  readonly isLead: boolean;
}

/** Finds out what is known about who has an address. */
export const knownAddress =
  (trust: Pick<OrganisationTrustRepository, 'of' | 'withDomain'>) =>
  async (address: string, organisation: Pick<OrganisationRef, 'id' | 'employer'>): Promise<KnownAddress> => {
    const domain = domainOf(address);
    const [{ people }, domains] = await Promise.all([
      trust.of(organisation),
      isNhsDomain(domain) ? [] : trust.withDomain(domain),
    ]);
    return {
      hasWorkAddress: isWorkAddress(address, domains),
      isConfirmed: isConfirmedFor(organisation, address, people),
      isLead: isConfirmedFor(organisation, address, people, ['lead']),
    };
  };
