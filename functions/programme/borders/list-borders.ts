import { type BorderBalance, borderBalances } from '../../../shared/borders/border-ledger.ts';
import type { LoanRepository } from '../../store/repositories/loan-repository.ts';

interface Deps {
  readonly systemId: string;
  readonly loans: Pick<LoanRepository, 'all'>;
}

/** Lists what the system has given to each neighbour and received from it, in learners and hours. */
export const listBorders =
  ({ systemId, loans }: Deps) =>
  async (): Promise<readonly BorderBalance[]> =>
    borderBalances(systemId, await loans.all());
