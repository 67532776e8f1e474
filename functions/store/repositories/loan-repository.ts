import { type Loan, loanStates, type LoanState } from '../../../shared/borders/loan.ts';
import { keys, lists } from '../table/keys.ts';
import { loanRows } from '../table/rows/loan-rows.ts';
import type { Change, Table } from '../table/table.ts';

export interface LoanRepository {
  find(id: string): Promise<Loan | undefined>;
  /** Reads all loans in one state, oldest first. The index may lag. */
  inState(state: LoanState): Promise<readonly Loan[]>;
  all(): Promise<readonly Loan[]>;
  save(loan: Loan, states?: readonly LoanState[]): Change;
}

export const loanRepository = (table: Table): LoanRepository => {
  const inState = async (state: LoanState): Promise<readonly Loan[]> =>
    loanRows.parseAll(table, await table.query({ from: 'by-list', partition: lists.loans(state) }));
  return {
    find: async (id) => {
      const [row] = await table.get([keys.loan(id)]);
      return row === undefined ? undefined : loanRows.parse(row);
    },
    inState,
    all: async () => (await Promise.all(loanStates.map(inState))).flat(),
    save: loanRows.save,
  };
};
