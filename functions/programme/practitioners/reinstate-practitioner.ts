import { emailFor } from '../../../shared/notifications/email.ts';
import { accepted, refused } from '../../../shared/kernel/result.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { reinstate } from '../../../shared/people/practitioner-moves.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import type { Change } from '../../store/table/table.ts';
import { claim, type Taken, takenBy } from '../../store/unique-claims.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import type { PractitionerDeps } from './practitioner-deps.ts';

interface Reinstatement {
  readonly id: string;
  readonly why: string;
  readonly by: string;
}

interface Facts {
  readonly practitioner: Practitioner | undefined;
  readonly taken: Taken;
}

type Refused = 'unknown-practitioner' | 'not-allowed' | 'address-taken' | 'number-taken' | 'busy';

/**
 * Ends a suspension, a refusal or the team's hiding of a listing. Somebody who was never checked waits for the check. A
 * refusal gave the address and the number free: they are claimed again, unless somebody else has claimed them since.
 * Idempotent.
 */
export const reinstatePractitioner =
  (deps: PractitionerDeps) =>
  ({ id, why, by }: Reinstatement) => {
    const { table, practitioners, emails, clock, chance } = deps;
    const now = clock.now();
    return decideAndCommit<Facts, Practitioner, Refused>({
      table,
      read: async () => {
        const practitioner = await practitioners.findPresent(id);
        const taken =
          practitioner?.state === 'refused'
            ? await takenBy(table, practitioner)
            : { email: undefined, registration: undefined };
        return { practitioner, taken };
      },
      decide: ({ practitioner: before, taken }) => {
        if (before === undefined) return refused('unknown-practitioner');
        if (before.state === 'listed') return accepted({ value: before, changes: [] });
        if (taken.email !== undefined && taken.email.id !== id) return refused('address-taken');
        if (taken.registration !== undefined && taken.registration.id !== id) return refused('number-taken');
        const moved = reinstate(before, now);
        if (!moved.ok) return refused('not-allowed');
        const claims: readonly Change[] =
          before.state === 'refused' && taken.email === undefined && taken.registration === undefined
            ? claim(table, before)
            : [];
        const occasion = chance.id();
        return accepted({
          value: moved.value,
          changes: [
            practitioners.save(moved.value, [before.state]),
            ...claims,
            emails.save(
              emailFor('practitioner-reinstated', `${id}.${occasion}`, { practitionerId: id }, now),
            ),
            ...(moved.value.state === 'awaiting-check'
              ? [emails.save(emailFor('team-check-wanted', `${id}.${occasion}`, { practitionerId: id }, now))]
              : []),
            ...teamDecisionRows(`practitioner#${id}`, now, occasion, { by, why }, 'practitioner-reinstated', {
              state: moved.value.state,
            }),
          ],
        });
      },
    });
  };
