import type { OrganisationIndex } from '../../../shared/systems/organisations/organisation-index.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { LedgerRepository } from '../../store/repositories/ledger-repository.ts';
import type { MatchRepository } from '../../store/repositories/match-repository.ts';
import type { OrganisationRepository } from '../../store/repositories/organisation-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { VouchRepository } from '../../store/repositories/vouch-repository.ts';
import type { Table } from '../../store/table/table.ts';

/** Dependencies of the commands about organisations that are in no list. */
export interface OrganisationDeps {
  readonly table: Table;
  readonly practitioners: PractitionerRepository;
  readonly requests: RequestRepository;
  readonly matches: MatchRepository;
  readonly ledger: LedgerRepository;
  readonly organisations: OrganisationRepository;
  readonly vouches: VouchRepository;
  readonly knownOrganisations: () => Promise<OrganisationIndex>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}
