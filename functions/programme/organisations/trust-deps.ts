import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { VouchRepository } from '../../store/repositories/vouch-repository.ts';
import type { OrganisationTrustRepository } from '../../store/repositories/organisation-trust-repository.ts';
import type { OrganisationDeps } from './organisation-deps.ts';

/** Dependencies of the commands that confirm domains and people of organisations. */
export interface TrustDeps extends Pick<
  OrganisationDeps,
  'table' | 'organisations' | 'knownOrganisations' | 'clock' | 'chance'
> {
  readonly trust: OrganisationTrustRepository;
  readonly practitioners: Pick<PractitionerRepository, 'inState'>;
  readonly vouches: VouchRepository;
  readonly emails: Pick<EmailRepository, 'save'>;
}
