import { emailFor } from '../../../shared/notifications/email.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Clock } from '../../platform/clock.ts';
import { emailRepository } from '../../store/repositories/email-repository.ts';
import { changeOfSystem } from '../../store/table/system-table.ts';
import type { Table } from '../../store/table/table.ts';
import type { Owner } from '../../store/unique-claims.ts';

interface Deps {
  readonly system: Pick<ServiceSystem, 'name'>;
  readonly table: Pick<Table, 'get' | 'commit' | 'query'>;
  readonly clock: Clock;
}

/**
 * Tells the team of another system that the registration number of one of its DPPs was given here. The e-mail holds
 * nothing about the person who gave it, and is sent once for each registration.
 *
 * @param registrationId id of the listing for which the number was given
 */
export const tellOtherTeam =
  ({ system, table, clock }: Deps) =>
  async (registrationId: string, owner: Owner): Promise<void> => {
    if (owner.elsewhere === undefined) return;
    const about = { practitionerId: owner.id, occasion: system.name };
    const email = emailFor('team-number-used-elsewhere', registrationId, about, clock.now());
    await table.commit([changeOfSystem(owner.elsewhere, emailRepository(table).save(email))]);
  };
