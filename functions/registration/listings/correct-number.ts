import { emailFor } from '../../../shared/notifications/email.ts';
import type { OfferOfSupervision, Practitioner } from '../../../shared/people/practitioner.ts';
import { changeDetails } from '../../../shared/people/practitioner-moves.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { auditRow } from '../../store/audit-row.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { Change, Table } from '../../store/table/table.ts';
import { unfiledBy } from '../../store/table/unfiled.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import type { ChangeRefusal } from '../../store/change-listing.ts';
import { numberIsOpen } from './listing-steps.ts';
import { emailsToNamed, withNamedTold } from '../../store/tell-named.ts';
import { claim, type Owner, release, takenBy } from '../../store/unique-claims.ts';

interface Deps {
  readonly table: Table;
  readonly practitioners: PractitionerRepository;
  readonly emails: EmailRepository;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
  /** Tells the team of another system that a number of one of its DPPs was given here. */
  readonly tellOtherTeam: (registrationId: string, owner: Owner) => Promise<void>;
}

type NumberRefusal = 'number-taken' | 'number-taken-elsewhere';

export type NumberChange = OfferOfSupervision;

interface Facts {
  readonly practitioner: Practitioner | undefined;
  readonly released: readonly Change[];
}

const samePlace = (a: Change, b: Change): boolean => 'row' in a && 'key' in b && a.row.pk === b.key.pk;

/**
 * Corrects a registration number that has not been checked yet, together with the other answers of its page.
 * Releases the old number, claims the new one, and asks the team to check again. Refuses a number that
 * another listing uses.
 */
export const correctNumber =
  ({ table, practitioners, emails, clock, chance, tellOtherTeam }: Deps) =>
  async (id: string, offer: NumberChange): Promise<Result<Practitioner, ChangeRefusal | NumberRefusal>> => {
    const now = clock.now();
    const outcome = await decideAndCommit<Facts, Practitioner, ChangeRefusal | NumberRefusal>({
      table,
      read: async () => {
        const practitioner = await practitioners.findPresent(id);
        return {
          practitioner,
          released: practitioner === undefined ? [] : await release(table, practitioner),
        };
      },
      decide: ({ practitioner, released }) => {
        if (practitioner === undefined) return refused('gone');
        const changed = changeDetails(practitioner, offer, now);
        if (!changed.ok || !numberIsOpen(practitioner)) return refused('not-allowed');
        const { regulator, registrationNumber } = offer;
        const after = { ...withNamedTold(changed.value), regulator, registrationNumber };
        const claims = claim(table, after);
        // The address remains claimed; only the number changes.
        const claimed = claims.filter((one) => !released.some((other) => samePlace(one, other)));
        const freed = released.filter((one) => !claims.some((other) => samePlace(other, one)));
        return accepted({
          value: after,
          changes: [
            practitioners.save(after, [practitioner.state]),
            ...unfiledBy(practitioners.save(practitioner), practitioners.save(after)),
            ...freed,
            ...emailsToNamed(table, practitioner, after, now),
            emails.save(emailFor('team-check-wanted', `${id}#${chance.id()}`, { practitionerId: id }, now)),
            auditRow(`practitioner#${id}`, now, chance.id(), 'practitioner', 'registration-number-corrected'),
          ],
          limits: claimed.map((change) => ({ change, refusal: 'number-taken' })),
        });
      },
    });
    if (outcome.ok || outcome.refusal !== 'number-taken') return outcome;
    const practitioner = await practitioners.findPresent(id);
    if (practitioner === undefined) return outcome;
    const { registration } = await takenBy(table, { ...practitioner, ...offer });
    if (registration?.elsewhere === undefined) return outcome;
    await tellOtherTeam(id, registration);
    return refused('number-taken-elsewhere');
  };
