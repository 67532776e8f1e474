import { emailFor } from '../../../shared/notifications/email.ts';
import { isErased } from '../../../shared/kernel/is-erased.ts';
import type { Practitioner, StoredPractitioner } from '../../../shared/people/practitioner.ts';
import { checkedPractitioner } from '../../../shared/people/practitioner-moves.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import type { CheckDeps } from './check-deps.ts';
import { auditRow } from '../../store/audit-row.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';

export type CheckRefusal = 'unknown-practitioner' | 'nothing-to-check' | 'busy';

/**
 * Records that the team has checked a practitioner in the public register. Publishes the listings of practitioners
 * who were waiting for this check, and informs them. The check is due again after 12 months. Idempotent within a
 * day.
 * @param by who checked
 * @param seen what they saw: "annotated as independent prescriber, no conditions"
 */
export const recordCheck =
  ({ table, practitioners, emails, clock, chance }: CheckDeps) =>
  (id: string, by: string, seen: string): Promise<Result<Practitioner, CheckRefusal>> => {
    const now = clock.now();
    return decideAndCommit<StoredPractitioner | undefined, Practitioner, CheckRefusal>({
      table,
      read: () => practitioners.find(id),
      decide: (before) => {
        if (before === undefined) return refused('unknown-practitioner');
        if (isErased(before)) return refused('nothing-to-check');
        const { check } = before;
        if (check?.by === by && check.seen === seen && londonDay(check.at) === londonDay(now))
          return accepted({ value: before, changes: [] });
        const checked = checkedPractitioner(before, { by, seen }, now);
        if (!checked.ok) return refused('nothing-to-check');
        const isNew = before.state === 'awaiting-check' || before.provisional;
        const about = { practitionerId: id };
        return accepted({
          value: checked.value,
          changes: [
            practitioners.save(checked.value, [before.state]),
            ...(isNew ? [emails.save(emailFor('practitioner-checked-and-listed', id, about, now))] : []),
            auditRow(`practitioner#${id}`, now, chance.id(), `team:${by}`, 'register-check-recorded', {
              state: checked.value.state,
            }),
          ],
        });
      },
    });
  };
