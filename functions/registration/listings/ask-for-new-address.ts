import { causedFrom, emailFor } from '../../../shared/notifications/email.ts';
import { isListingOver, type Practitioner } from '../../../shared/people/practitioner.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { networkHash } from '../../platform/hash.ts';
import { auditRow } from '../../store/audit-row.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { unfiledBy } from '../../store/table/unfiled.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import type { ConfirmationLimits, TooMany } from '../../web/links/confirmation-limits.ts';

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly practitioners: PractitionerRepository;
  readonly emails: EmailRepository;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
  readonly limits: ConfirmationLimits;
}

/**
 * Sends an e-mail to another address of a DPP who cannot be reached at the one that they have. It becomes theirs when they
 * confirm it.
 * @param network the network from which the form was sent
 */
export const askForNewAddress =
  ({ table, practitioners, emails, clock, chance, limits }: Deps) =>
  (
    id: string,
    newEmail: string,
    network: string,
  ): Promise<Result<Practitioner, 'gone' | 'not-allowed' | 'busy' | TooMany>> => {
    const now = clock.now();
    return decideAndCommit<Practitioner | undefined, Practitioner, 'gone' | 'not-allowed' | TooMany>({
      table,
      read: () => practitioners.findPresent(id),
      decide: (practitioner) => {
        if (practitioner === undefined) return refused('gone');
        if (practitioner.unreachableSince === undefined || isListingOver(practitioner))
          return refused('not-allowed');
        const asked = { ...practitioner, newEmail, updatedAt: now };
        const occasion = chance.id();
        const about = { practitionerId: id };
        const email = emailFor('practitioner-new-address-confirm', `${id}.${occasion}`, about, now);
        return accepted({
          value: asked,
          changes: [
            practitioners.save(asked, [practitioner.state]),
            ...unfiledBy(practitioners.save(practitioner), practitioners.save(asked)),
            emails.save(causedFrom(email, networkHash(network))),
            auditRow(`practitioner#${id}`, now, occasion, 'practitioner', 'practitioner-address-asked'),
          ],
          limits: limits(newEmail, network, now),
        });
      },
    });
  };
