import { emailFor } from '../../../shared/notifications/email.ts';
import { withoutNamed } from '../../../shared/people/named-people.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { accepted, type Result } from '../../../shared/kernel/result.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { auditRow } from '../../store/audit-row.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import { practitionerRows } from '../../store/table/rows/practitioner-rows.ts';
import type { Table } from '../../store/table/table.ts';
import { unfiledBy } from '../../store/table/unfiled.ts';
import { namedUnder } from '../../store/tell-named.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly practitioners: Pick<PractitionerRepository, 'findPresent' | 'save'>;
  readonly emails: Pick<EmailRepository, 'save'>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

/**
 * Deletes the name and address of a person from the listing that names them, because they object, and tells the DPP. If the
 * DPP names them again, they are told again. Idempotent.
 * @param hash hash of the person's address
 */
export const objectToNaming =
  ({ table, practitioners, emails, clock, chance }: Deps) =>
  (practitionerId: string, hash: string): Promise<Result<'deleted', 'busy'>> => {
    const now = clock.now();
    return decideAndCommit<Practitioner | undefined, 'deleted', never>({
      table,
      read: () => practitioners.findPresent(practitionerId),
      decide: (before) => {
        const named = before === undefined ? undefined : namedUnder(before, hash);
        if (before === undefined || named === undefined) return accepted({ value: 'deleted', changes: [] });
        const after = {
          ...withoutNamed(before, named),
          namedTold: (before.namedTold ?? []).filter((one) => one !== hash),
          updatedAt: now,
        };
        const audited = chance.id();
        const roles = named.roles.join('.');
        return accepted({
          value: 'deleted',
          changes: [
            practitioners.save(after, [before.state]),
            ...unfiledBy(practitionerRows.save(before), practitionerRows.save(after)),
            emails.save(
              emailFor(
                'practitioner-name-removed',
                `${practitionerId}.${audited}`,
                { practitionerId, occasion: roles },
                now,
              ),
            ),
            auditRow(`practitioner#${practitionerId}`, now, audited, 'named-person', 'naming-objected', {
              as: roles,
            }),
          ],
        });
      },
    });
  };
