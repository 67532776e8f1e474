import type { Chance } from '../platform/chance.ts';
import type { Clock } from '../platform/clock.ts';
import type { EmailRepository } from '../platform/storage/email-repository.ts';
import type { PractitionerRepository } from '../platform/storage/practitioner-repository.ts';
import type { Table } from '../platform/storage/table.ts';

/** What the commands about register checks are made with. */
export interface CheckDeps {
  readonly table: Pick<Table, 'commit'>;
  readonly practitioners: PractitionerRepository;
  readonly emails: EmailRepository;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}
