import type { Withdrawal } from '../../../shared/requests/withdrawal.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { refused, type Result } from '../../../shared/kernel/result.ts';
import { withdrawRequest } from './withdraw-request.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { type MatchRepository } from '../../store/repositories/match-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Table } from '../../store/table/table.ts';

interface Deps {
  readonly table: Table;
  readonly requests: RequestRepository;
  readonly matches: MatchRepository;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

export type CloseRefusal = 'gone' | 'not-allowed' | 'busy';

type Closed = Promise<Result<SupervisionRequest, CloseRefusal>>;

/** Withdraws a request when its requester asks for this. Idempotent. */
export const takeBackRequest =
  ({ table, clock, chance }: Deps) =>
  async (id: string, withdrawal?: Withdrawal): Closed => {
    const outcome = await withdrawRequest({ table, chance })(id, 'withdrawn', clock.now(), {
      ...(withdrawal === undefined ? {} : { withdrawal }),
    });
    if (outcome.ok) return outcome;
    return refused(
      outcome.refusal === 'busy' ? 'busy' : outcome.refusal === 'request-unknown' ? 'gone' : 'not-allowed',
    );
  };
