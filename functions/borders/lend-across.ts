import { lendPlace } from '../../shared/borders/loan-moves.ts';
import type { Loan } from '../../shared/borders/loan.ts';
import { accepted, refused, type Result } from '../../shared/kernel/result.ts';
import type { Instant, Period } from '../../shared/kernel/time.ts';
import type { Chance } from '../platform/chance.ts';
import { auditRow } from '../store/audit-row.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { loanRepository } from '../store/repositories/loan-repository.ts';
import { practitionerRepository } from '../store/repositories/practitioner-repository.ts';
import { changeOfSystem } from '../store/table/system-table.ts';
import { decideAndCommit } from '../store/unit-of-work.ts';

interface Deps {
  readonly borrower: Pick<FunctionSystem, 'system' | 'table'>;
  readonly lender: Pick<FunctionSystem, 'system' | 'table'>;
  readonly chance: Pick<Chance, 'id'>;
}

/** The learner for whom a place is lent. */
interface Wanted {
  readonly requestId: string;
  readonly period: Period;
}

/**
 * Lends one place of a DPP to the learner's system. One commit takes the place from the DPP, creates the copy of the
 * listing in the learner's system, and writes the loan in both.
 * @returns the loan; `no-place` if the DPP has no free place in the period any more
 */
export const lendAcross =
  ({ borrower, lender, chance }: Deps) =>
  (
    practitionerId: string,
    { requestId, period }: Wanted,
    now: Instant,
  ): Promise<Result<Loan, 'no-place' | 'busy'>> => {
    const lending = practitionerRepository(lender.table);
    const ids = { loanId: chance.id(), guestId: chance.id() };
    return decideAndCommit({
      table: borrower.table,
      read: () => lending.findPresent(practitionerId),
      decide: (practitioner) => {
        if (practitioner === undefined) return refused('no-place');
        const lent = lendPlace(
          practitioner,
          { ...ids, lender: lender.system.id, borrower: borrower.system.id, requestId, period },
          now,
        );
        if (!lent.ok) return lent;
        const { loan, guest } = lent.value;
        const noted = (subject: string) =>
          auditRow(subject, now, chance.id(), 'matcher', 'place-lent', {
            loan: loan.id,
            lender: loan.lender,
            borrower: loan.borrower,
          });
        const inLender = [
          lending.save(lent.value.practitioner, ['listed']),
          loanRepository(lender.table).save(loan),
          noted(`practitioner#${practitionerId}`),
        ];
        return accepted({
          value: loan,
          changes: [
            practitionerRepository(borrower.table).save(guest),
            loanRepository(borrower.table).save(loan),
            noted(`practitioner#${guest.id}`),
            ...inLender.map((change) => changeOfSystem(lender.system.id, change)),
          ],
        });
      },
    });
  };
