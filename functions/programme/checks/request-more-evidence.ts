import { emailFor } from '../../../shared/notifications/email.ts';
import { isErased } from '../../../shared/kernel/is-erased.ts';
import type { Practitioner, StoredPractitioner } from '../../../shared/people/practitioner.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import type { CheckDeps } from './check-deps.ts';
import type { CheckRefusal } from './record-check.ts';

/**
 * Asks a practitioner to get in touch because their register check cannot be completed. Does not change their
 * state. Records the reason for the team but never e-mails it, because it may quote what the register says
 * about them.
 */
export const requestMoreEvidence =
  ({ table, practitioners, emails, clock, chance }: CheckDeps) =>
  (id: string, by: string, why: string): Promise<Result<Practitioner, CheckRefusal>> => {
    const now = clock.now();
    return decideAndCommit<StoredPractitioner | undefined, Practitioner, CheckRefusal>({
      table,
      read: () => practitioners.find(id),
      decide: (practitioner) => {
        if (practitioner === undefined) return refused('unknown-practitioner');
        if (isErased(practitioner) || (practitioner.state !== 'awaiting-check' && !practitioner.provisional))
          return refused('nothing-to-check');
        const occasion = chance.id();
        const about = { practitionerId: id, occasion };
        return accepted({
          value: practitioner,
          changes: [
            emails.save(emailFor('practitioner-check-needs-more', `${id}#${occasion}`, about, now)),
            ...teamDecisionRows(
              `practitioner#${id}`,
              now,
              occasion,
              { by, why },
              'register-check-needs-more',
            ),
          ],
        });
      },
    });
  };
