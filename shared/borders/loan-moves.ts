import { placesFree } from '../capacity/capacity.ts';
import { next } from '../kernel/state-machine.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import type { Instant, Period } from '../kernel/time.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { type Loan, type LoanEvent, loanMachine, type LoanState } from './loan.ts';

/** The systems between which a place is lent, and the ids of what is created. */
interface Lending {
  readonly loanId: string;
  readonly guestId: string;
  readonly lender: string;
  readonly borrower: string;
  readonly requestId: string;
  /** First and last day of the learner's period. */
  readonly period: Period;
}

interface Lent {
  /** The DPP in the lending system, with one place less. */
  readonly practitioner: Practitioner;
  /** The copy of the listing in the borrowing system, with one place. */
  readonly guest: Practitioner;
  readonly loan: Loan;
}

/**
 * Makes the listing that a DPP would have in a neighbouring system: one place, for the learner's period only. Their
 * learners, offers and back-up stay in their own system.
 */
export const guestOf = (
  practitioner: Practitioner,
  { loanId, guestId, lender, period }: Omit<Lending, 'borrower' | 'requestId'>,
): Practitioner => {
  const { lentPlaces, checkInAskedAt, namedTold, ...whole } = practitioner;
  const { employerApprover, employerApproverEmail, backUpName, backUpEmail, ...copied } = whole;
  const from = copied.availableFrom > period.from ? copied.availableFrom : period.from;
  const to =
    copied.availableTo !== undefined && copied.availableTo < period.to ? copied.availableTo : period.to;
  return {
    ...copied,
    id: guestId,
    version: 0,
    placesOffered: 1,
    commitments: [],
    pendingOffers: [],
    availableFrom: from,
    availableTo: to,
    guest: { lender, practitionerId: practitioner.id, loanId },
  };
};

/**
 * Brings the copy of a listing up to date with the DPP's own details. Its period, its place and everything that was
 * agreed stay as they are.
 * @returns undefined if the DPP has not changed their listing since
 */
export const refreshedGuest = (copy: Practitioner, practitioner: Practitioner): Practitioner | undefined => {
  if (copy.guest === undefined || practitioner.updatedAt <= copy.updatedAt) return undefined;
  const { id, version, state, commitments, pendingOffers, availableFrom, availableTo, guest } = copy;
  const period = { from: availableFrom, to: availableTo ?? availableFrom };
  return {
    ...guestOf(practitioner, { loanId: guest.loanId, guestId: id, lender: guest.lender, period }),
    version,
    state,
    commitments,
    pendingOffers,
    availableFrom,
    ...(availableTo === undefined ? {} : { availableTo }),
  };
};

/** Whether a DPP has a place in this period that their system can lend: listed, their own, and free. */
export const mayLend = (practitioner: Practitioner, period: Period): boolean =>
  practitioner.state === 'listed' && practitioner.guest === undefined && placesFree(practitioner, period) > 0;

/**
 * Lends one place of a DPP to a neighbouring system.
 * @returns `no-place` if the DPP is not listed, is a guest, or has no free place in the period
 */
export const lendPlace = (
  practitioner: Practitioner,
  lending: Lending,
  now: Instant,
): Result<Lent, 'no-place'> => {
  const { loanId, guestId, lender, borrower, requestId, period } = lending;
  if (!mayLend(practitioner, period)) return refused('no-place');
  const { from, to } = period;
  return accepted({
    practitioner: {
      ...practitioner,
      lentPlaces: [...(practitioner.lentPlaces ?? []), { loanId, borrower, from, to }],
    },
    guest: guestOf(practitioner, lending),
    loan: {
      id: loanId,
      version: 0,
      state: 'lent',
      lender,
      borrower,
      practitionerId: practitioner.id,
      guestId,
      requestId,
      from,
      to,
      lentAt: now,
    },
  });
};

const moved = (loan: Loan, event: LoanEvent, changes: Partial<Loan>): Loan | undefined => {
  const state = next<LoanState, LoanEvent>(loanMachine, loan.state, event);
  return state === undefined ? undefined : { ...loan, ...changes, state };
};

const withoutMatch = ({ matchId, hostingSince, hours, ...loan }: Loan): Loan => loan;

/** Records that a learner was agreed. @returns undefined if the loan is not waiting for a learner */
export const hostingLoan = (
  loan: Loan,
  { matchId, hours }: { readonly matchId: string; readonly hours: number },
  now: Instant,
): Loan | undefined => moved(loan, 'host', { matchId, hostingSince: now, hours });

/** Records that the DPP undid the acceptance. @returns undefined if no learner was agreed */
export const undoneLoan = (loan: Loan): Loan | undefined => moved(withoutMatch(loan), 'undo', {});

/**
 * Ends a loan.
 * @param hours the hours that were given in the end; undefined if no learner was hosted
 * @returns undefined if it has ended already
 */
export const returnedLoan = (loan: Loan, hours: number | undefined, now: Instant): Loan | undefined =>
  hours === undefined
    ? moved(withoutMatch(loan), 'return', { returnedAt: now })
    : moved(loan, 'return', { returnedAt: now, hours });

/** Gives a lent place back to the DPP in the lending system. */
export const withoutLentPlace = (practitioner: Practitioner, loanId: string): Practitioner => {
  const { lentPlaces = [], ...own } = practitioner;
  const left = lentPlaces.filter((place) => place.loanId !== loanId);
  return left.length === 0 ? own : { ...own, lentPlaces: left };
};
