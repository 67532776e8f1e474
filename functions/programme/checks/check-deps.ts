import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { Table } from '../../store/table/table.ts';

/** Dependencies of the commands on register checks. */
export interface CheckDeps {
  readonly table: Pick<Table, 'commit'>;
  readonly practitioners: PractitionerRepository;
  readonly emails: EmailRepository;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}
