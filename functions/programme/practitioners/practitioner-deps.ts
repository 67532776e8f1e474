import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { Table } from '../../store/table/table.ts';

/** Dependencies of what the team does with the listing of a DPP. */
export interface PractitionerDeps {
  readonly table: Table;
  readonly practitioners: PractitionerRepository;
  readonly emails: EmailRepository;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}
