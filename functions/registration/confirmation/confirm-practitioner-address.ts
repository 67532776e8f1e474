import { emailFor } from '../../../shared/notifications/email.ts';
import { isListingOver, type Practitioner } from '../../../shared/people/practitioner.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { auditRow } from '../../store/audit-row.ts';
import { changedSinceCheck } from '../../store/changed-since-check.ts';
import { endLinksOf } from '../../store/end-links.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { Change, Table } from '../../store/table/table.ts';
import { claimAddress, freeAddress, type Owner, ownerOfAddress } from '../../store/unique-claims.ts';
import { unfiledBy } from '../../store/table/unfiled.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';

interface Deps {
  readonly table: Table;
  readonly practitioners: PractitionerRepository;
  readonly emails: EmailRepository;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

interface Facts {
  readonly practitioner: Practitioner | undefined;
  readonly owner: Owner | undefined;
  readonly links: readonly Change[];
}

export type NewAddressOfDppRefusal = 'gone' | 'address-taken' | 'busy';

/**
 * Makes the address that the team entered for a DPP their own, once its owner has confirmed it. All older links end, and
 * a mailbox that was not reached counts no more. Idempotent.
 */
export const confirmPractitionerAddress =
  ({ table, practitioners, emails, clock, chance }: Deps) =>
  (id: string): Promise<Result<Practitioner, NewAddressOfDppRefusal>> => {
    const now = clock.now();
    return decideAndCommit<Facts, Practitioner, NewAddressOfDppRefusal>({
      table,
      read: async () => {
        const practitioner = await practitioners.findPresent(id);
        if (practitioner?.newEmail === undefined) return { practitioner, owner: undefined, links: [] };
        const [owner, links] = await Promise.all([
          ownerOfAddress(table, practitioner.newEmail),
          endLinksOf(table, id),
        ]);
        return { practitioner, owner, links };
      },
      decide: ({ practitioner: before, owner, links }) => {
        // A listing that is over would keep the address from its owner, who may register again.
        if (before === undefined || isListingOver(before)) return refused('gone');
        if (before.newEmail === undefined) return accepted({ value: before, changes: [] });
        if (owner !== undefined && owner.id !== id) return refused('address-taken');
        const { newEmail, unreachableSince, ...rest } = before;
        const after = { ...rest, email: newEmail, updatedAt: now };
        const audited = chance.id();
        const isSame = owner?.id === id;
        return accepted({
          value: after,
          changes: [
            practitioners.save(after, [before.state]),
            ...unfiledBy(practitioners.save(before), practitioners.save(after)),
            ...(isSame ? [] : [freeAddress(before.email), claimAddress(table, after)]),
            ...links,
            ...changedSinceCheck({ table, chance }, before, after, now),
            emails.save(
              emailFor('practitioner-manage-link', `${id}.${audited}`, { practitionerId: id }, now),
            ),
            auditRow(`practitioner#${id}`, now, audited, 'practitioner', 'practitioner-address-changed'),
          ],
        });
      },
    });
  };
