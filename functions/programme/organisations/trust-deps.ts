import type { OrganisationTrustRepository } from '../../store/repositories/organisation-trust-repository.ts';
import type { OrganisationDeps } from './organisation-deps.ts';

/** Dependencies of the commands that confirm domains and people of organisations. */
export interface TrustDeps extends Pick<
  OrganisationDeps,
  'table' | 'organisations' | 'knownOrganisations' | 'clock' | 'chance'
> {
  readonly trust: OrganisationTrustRepository;
}
