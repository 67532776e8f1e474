import type { Loan } from './loan.ts';

/** Learners and hours that one system has hosted for a neighbour and placed with it. */
export interface BorderBalance {
  /** Id of the neighbouring system. */
  readonly neighbour: string;
  /** Learners of the neighbour whom this system's DPPs host or have hosted. */
  readonly hosted: number;
  /** Hours of supervision for them. */
  readonly hoursGiven: number;
  /** Learners of this system whom the neighbour's DPPs host or have hosted. */
  readonly placed: number;
  readonly hoursReceived: number;
  /** Places that wait for an answer, in both directions. */
  readonly waiting: number;
}

/** Adds up the loans of one system by neighbour, in the order of the neighbours' ids. */
export const borderBalances = (systemId: string, loans: readonly Loan[]): readonly BorderBalance[] => {
  const neighbourOf = ({ lender, borrower }: Loan): string => (lender === systemId ? borrower : lender);
  return [...new Set(loans.map(neighbourOf))].sort().map((neighbour) => {
    const between = loans.filter((loan) => neighbourOf(loan) === neighbour);
    const agreed = between.filter(({ hostingSince }) => hostingSince !== undefined);
    const given = agreed.filter(({ lender }) => lender === systemId);
    const received = agreed.filter(({ borrower }) => borrower === systemId);
    const hoursOf = (some: readonly Loan[]): number => some.reduce((sum, { hours = 0 }) => sum + hours, 0);
    return {
      neighbour,
      hosted: given.length,
      hoursGiven: hoursOf(given),
      placed: received.length,
      hoursReceived: hoursOf(received),
      waiting: between.filter(({ state }) => state === 'lent').length,
    };
  });
};
